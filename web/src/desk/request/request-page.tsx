import { readRequestFile } from '@echoback/server/contract';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { ButtonLink } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import { ChoosePatient } from './choose-patient.tsx';
import { Copies } from './copies.tsx';
import { DeterminationPage } from './determination/determination-page.tsx';
import { Exams } from './exams.tsx';
import { ExtensionPage } from './extension-page.tsx';
import { FeePage } from './fee-page.tsx';
import { FormPage } from './form-page.tsx';
import { JudgeAuthority } from './judge-authority.tsx';
import { type Place, placeOf, places } from './place.ts';
import { ProveIdentity } from './prove-identity.tsx';
import { QuestionPage } from './question-page.tsx';
import { VisitPage } from './visit-page.tsx';
import './request.css';

const watchMs = 1_500;
const pollMs = 15_000;

/** One request: context on the left, the decision of its next step in the middle, action, clock and history on the right. */
export function RequestPage() {
  const t = useText(deskFileText);
  const { requestId = '' } = useParams();
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const file = useRead(
    readRequestFile,
    { requestId },
    { every: (value) => (value?.next.with === 'itself' ? watchMs : pollMs) },
  );
  usePageTitle(t('request'));
  const toWorklist = () => void navigate('/desk');
  useKeys({ u: toWorklist, Escape: toWorklist });
  if (!file.value) return <NotYet reading={file} />;
  if (address.get('at') === 'extension') return <ExtensionPage file={file.value} />;
  if (address.get('at') === 'question') return <QuestionPage file={file.value} />;
  const isForVisit = file.value.next.step === 'offer-visit' || file.value.next.step === 'record-visit';
  if (address.get('at') === 'visit' || (isForVisit && !address.has('at'))) return <VisitPage file={file.value} />;
  if (address.get('at') === 'form') return <FormPage file={file.value} />;
  const place = places.find((known) => known === address.get('at')) ?? placeOf(file.value);
  return (
    <>
      {file.problem && <Problem problem={file.problem} onAgain={file.again} />}
      <Decision key={place} file={file.value} place={place} />
    </>
  );
}

function Decision({ file, place }: { file: RequestFile; place: Place }) {
  switch (place) {
    case 'patient':
      return <ChoosePatient file={file} />;
    case 'identity':
      return asksForAnother(file) ? <JudgeAuthority file={file} /> : <ProveIdentity file={file} />;
    case 'copies':
      return <Copies file={file} />;
    case 'fee':
      return <FeePage file={file} />;
    case 'decisions':
      return <DeterminationPage file={file} />;
    default:
      return <Exams file={file} />;
  }
}

/** Who they are is shown: by what right they ask, and who consented to each exam, can be judged until the release. */
function asksForAnother({ asked, identity }: RequestFile): boolean {
  return asked.requesterIs !== 'self' && identity.proofs.length > 0;
}

function NotYet({ reading }: { reading: { problem: Parameters<typeof Problem>[0]['problem']; again: () => void } }) {
  const t = useText(deskFileText);
  if (!reading.problem) {
    return (
      <main className="desk-page" id="content">
        <Loading words={t('opening-request')} />
      </main>
    );
  }
  return (
    <main className="desk-page" id="content">
      <h1 tabIndex={-1}>{t('request')}</h1>
      <Problem problem={reading.problem} onAgain={reading.again} />
      <Empty title={t('request-not-open')}>
        <ButtonLink look="second" to="/desk">
          {t('back-to-worklist')}
        </ButtonLink>
      </Empty>
    </main>
  );
}
