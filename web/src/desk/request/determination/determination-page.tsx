import { readDeterminations } from '@echoback/server/contract';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../../design-system/button.tsx';
import { Problem } from '../../../design-system/problem.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { Loading } from '../../../design-system/surface.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useRead } from '../../../use-endpoint.ts';
import type { RequestFile } from '../../request-file.ts';
import { useAskedWords } from '../../use-asked-words.ts';
import { beforeGiving } from '../exams.tsx';
import { RequestLayout } from '../request-layout.tsx';
import { DenialCard } from './denial-card.tsx';
import { DenyForm } from './deny-form.tsx';
import { HoldForm, Holds } from './holds.tsx';
import { RecallForm } from './recall-form.tsx';
import { ReopenForm } from './reopen-form.tsx';
import { Standing } from './standing.tsx';
import { WithdrawForm } from './withdraw-form.tsx';
import './determination.css';

const deeds = ['deny', 'not-here', 'hold', 'withdraw', 'reopen', 'recall'] as const;
type Deed = (typeof deeds)[number];

/** What may be decided other than to give, on what ground and by whom; what was decided stands above. */
export function DeterminationPage({ file }: { file: RequestFile }) {
  const t = useText(deskDeterminationText);
  const navigate = useNavigate();
  const read = useRead(readDeterminations, { requestId: file.id });
  const [examId, setExamId] = useState<string>();
  const [deed, setDeed] = useState<Deed>();
  const { inShort } = useAskedWords();
  const decided = read.value;
  const exam = decided?.exams.find(({ examItemId }) => examItemId === examId) ?? decided?.exams[0];
  const item = file.examItems.find(({ id }) => id === exam?.examItemId);
  const may: Record<Deed, boolean> = {
    deny: exam?.mayDeny === true,
    'not-here': item !== undefined && beforeGiving.includes(item.state),
    hold: !file.closed && (decided?.holdCodes.length ?? 0) > 0,
    withdraw: !file.closed,
    reopen: exam?.mayReopen === true,
    recall: decided?.releases.some(({ incident }) => incident === null) === true,
  };
  const chosen = deed && may[deed] ? deed : undefined;
  const toExams = () => void navigate('?at=exams', { replace: true });
  return (
    <RequestLayout
      file={file}
      place="decisions"
      title={t('title')}
      subtitle={t('subtitle')}
      beside={
        <Button look="second" wide onClick={toExams}>
          {t('back')}
        </Button>
      }
    >
      <Problem problem={read.problem} onAgain={read.again} />
      {!decided || !exam ? (
        <Loading words={t('loading')} />
      ) : (
        <>
          <Standing decided={decided} />
          <Holds decided={decided} />
          {decided.exams.flatMap((each) => each.denials.map((one) => <DenialCard key={one.id} denial={one} />))}
          {file.examItems.length > 1 && (
            <RadioTiles
              legend={t('exam')}
              value={exam.examItemId}
              onChange={setExamId}
              choices={file.examItems.map((item) => ({ value: item.id, label: inShort(item) }))}
            />
          )}
          <RadioTiles
            legend={t('do-what')}
            value={chosen}
            onChange={setDeed}
            choices={deeds
              .filter((each) => may[each])
              .map((value) => ({ value, label: t(`do-${value}`), help: t(`do-${value}-help`) }))}
          />
          {chosen === 'deny' && (
            <DenyForm key={exam.examItemId} decided={decided} exam={exam} onDone={() => setDeed(undefined)} />
          )}
          {chosen === 'not-here' && (
            <ButtonLink to={`?at=exams&ended=${exam.examItemId}`}>{t('to-not-here')}</ButtonLink>
          )}
          {chosen === 'hold' && <HoldForm file={file} decided={decided} onDone={() => setDeed(undefined)} />}
          {chosen === 'withdraw' && <WithdrawForm file={file} onDone={() => setDeed(undefined)} />}
          {chosen === 'reopen' && <ReopenForm exam={exam} onDone={() => setDeed(undefined)} />}
          {chosen === 'recall' && <RecallForm decided={decided} onDone={() => setDeed(undefined)} />}
        </>
      )}
    </RequestLayout>
  );
}
