import { useEffect } from 'react';
import { Route, Routes } from 'react-router';
import { MissingPage } from '../broken-page.tsx';
import { CheckPage } from './check/check-page.tsx';
import { DeskFrame } from './desk-frame.tsx';
import { Intake } from './intake/intake.tsx';
import { Media } from './media/media.tsx';
import { Patients } from './patients/patients.tsx';
import { RequestPage } from './request/request-page.tsx';
import { FeeSettings } from './settings/fee-settings.tsx';
import { FrozenStudies } from './settings/frozen-studies.tsx';
import { LanguageReviews } from './settings/language-reviews.tsx';
import { LateAnswers } from './settings/late-answers.tsx';
import { MediaSettings } from './settings/media-settings.tsx';
import { PolicySettings } from './settings/policy.tsx';
import { Settings } from './settings/settings.tsx';
import { StaffSettings } from './settings/staff.tsx';
import { TouchlessSettings } from './settings/touchless.tsx';
import { WordingPage } from './settings/wording-page.tsx';
import { SignedIn } from './signed-in.tsx';
import { Worklist } from './worklist/worklist.tsx';
import './desk.css';

/** What staff work with. Whoever is not signed in meets the sign-in at the same address. */
export default function Desk() {
  useEffect(() => {
    document.documentElement.classList.add('is-desk');
    return () => document.documentElement.classList.remove('is-desk');
  }, []);
  return (
    <SignedIn>
      <Routes>
        <Route element={<DeskFrame />}>
          <Route index element={<Worklist />} />
          <Route path="requests/:requestId" element={<RequestPage />} />
          <Route path="requests/:requestId/check" element={<CheckPage />} />
          <Route path="intake" element={<Intake />} />
          <Route path="media" element={<Media />} />
          <Route path="patients" element={<Patients />} />
          <Route path="patients/:patientId" element={<Patients />} />
          <Route path="settings" element={<Settings />} />
          <Route path="settings/kept" element={<FrozenStudies />} />
          <Route path="settings/policy" element={<PolicySettings />} />
          <Route path="settings/letters" element={<LanguageReviews />} />
          <Route path="settings/letters/:letter" element={<WordingPage />} />
          <Route path="settings/fees" element={<FeeSettings />} />
          <Route path="settings/media" element={<MediaSettings />} />
          <Route path="settings/by-itself" element={<TouchlessSettings />} />
          <Route path="settings/late-answers" element={<LateAnswers />} />
          <Route path="settings/staff" element={<StaffSettings />} />
          <Route path="*" element={<MissingPage />} />
        </Route>
      </Routes>
    </SignedIn>
  );
}
