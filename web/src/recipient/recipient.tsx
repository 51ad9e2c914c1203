import {
  downloadSealedShare,
  downloadSharedPackage,
  openSharedFile,
  openSharedReport,
  seeSharedRelease,
} from '@echoback/server/contract';
import { useLocation, useNavigate } from 'react-router';
import { addressOf, call } from '../client.ts';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { useDates } from '../facility.tsx';
import { Page } from '../frame.tsx';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import { useRead } from '../use-endpoint.ts';
import { type ReleaseAddresses, StageViewer } from '../viewer/stage-viewer.tsx';
import { ViewerHeader } from '../viewer/viewer-header.tsx';
import { OpenLink } from './open-link.tsx';

const addresses: ReleaseAddresses = {
  file: (item, kind) => addressOf(openSharedFile, { ordinal: item.ordinal, kind }),
  report: (ordinal) => addressOf(openSharedReport, { ordinal }),
  package: addressOf(downloadSharedPackage, {}),
  sealed: {
    address: downloadSealedShare.path,
    look: async () => {
      const answer = await call(seeSharedRelease, {});
      return answer.ok ? undefined : answer.problem;
    },
  },
};

/**
 * A secure link: nothing at all, not even a name, is asked of the server before the passcode. That this link was opened
 * is kept with its place in the browser's history: a session of another link must not show other pictures here.
 */
export default function Recipient() {
  const navigate = useNavigate();
  const { state } = useLocation() as { state: { opened?: boolean } | null };
  if (!state?.opened) return <OpenLink onOpen={() => void navigate('.', { replace: true, state: { opened: true } })} />;
  return <SharedPictures />;
}

function SharedPictures() {
  const t = useText(portalText);
  const dates = useDates();
  const { value: release, problem, again } = useRead(seeSharedRelease, {});
  if (problem?.code === 'not-signed-in') return <OpenLink onOpen={() => again()} />;
  if (!release)
    return (
      <Page title={t('link-title')} subtitle={t('link-subtitle')}>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('link-loading')} />}
      </Page>
    );
  return (
    <StageViewer
      release={release}
      addresses={addresses}
      sayWhen={dates.opening}
      examName={(exam) => (exam.studyDate ? `${exam.label}, ${dates.plainDay(exam.studyDate)}` : exam.label)}
      header={(exam, save) => (
        <ViewerHeader
          pageTitle={t('link-title')}
          title={`${release.facilityName}: ${release.patientName}`}
          line={[exam.label, exam.studyDate && dates.examDay(exam.studyDate)].filter(Boolean).join(' · ')}
        >
          {save}
        </ViewerHeader>
      )}
    />
  );
}
