import { checkPictures, readRequestFile } from '@echoback/server/contract';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ButtonLink } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useKeys } from '../use-keys.ts';
import { CheckingStage } from './checking-stage.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { GivenPanel } from './given-panel.tsx';
import './check.css';

const afterwards = [
  'preparing',
  'post-media',
  'await-arrival',
  'offer-visit',
  'await-visit',
  'record-visit',
  'nothing',
];
const watchMs = 1_500;

/** "Ready to give?": everything that would be given on the stage, and the proofs beside it. */
export function CheckPage() {
  const t = useText(deskCheckText);
  const { requestId = '' } = useParams();
  const navigate = useNavigate();
  const [looking, setLooking] = useState(false);
  usePageTitle(t('ready-to-give'));
  const file = useRead(
    readRequestFile,
    { requestId },
    { every: (value) => (value && ['preparing', 'retrieving'].includes(value.next.step) ? watchMs : false) },
  );
  const checking = useRead(checkPictures, { requestId });
  useKeys({ u: () => void navigate(`/desk/requests/${requestId}`) });
  if (!file.value || !checking.value) {
    const problem = file.problem ?? checking.problem;
    return (
      <main className="desk-page" id="content" tabIndex={-1}>
        <h1 tabIndex={-1}>{t('ready-to-give')}</h1>
        {problem ? <Problem problem={problem} onAgain={checking.again} /> : <Loading words={t('reading-pictures')} />}
        {problem && (
          <ButtonLink look="second" to={`/desk/requests/${requestId}`}>
            {t('to-request')}
          </ButtonLink>
        )}
      </main>
    );
  }
  const given = afterwards.includes(file.value.next.step);
  return (
    <main className="check" id="content" tabIndex={-1}>
      <CheckingStage checking={checking.value} asked={file.value.asked} onLook={setLooking} />
      {given ? (
        <GivenPanel file={file.value} checking={checking.value} />
      ) : (
        <ChecksPanel file={file.value} checking={checking.value} looking={looking} />
      )}
    </main>
  );
}
