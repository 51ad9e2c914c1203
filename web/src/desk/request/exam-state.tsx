import { retrieveAgain } from '@echoback/server/contract';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { GiveParts } from '../check/give-parts.tsx';
import type { ExamItem, Match, RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { MatchCard } from './match-card.tsx';
import { type PrimaryAction, RequestLayout } from './request-layout.tsx';

/** An exam that was found: how far fetching is, what failed, and what can be done about it. */
export function ExamState({
  file,
  item,
  tabs,
  onMore,
}: {
  file: RequestFile;
  item: ExamItem;
  tabs: ReactNode;
  onMore: () => void;
}) {
  const t = useText(deskFileText);
  const again = useAct(retrieveAgain);
  const navigate = useNavigate();
  const { whole } = useAskedWords();
  const failed = item.matches.filter(({ retrieval }) => retrieval.state === 'failed');
  const lacking = item.state === 'checking' ? item.matches.filter(({ retrieval }) => retrieval.missing > 0) : [];
  const askAgain = async (matches: readonly Match[]) => {
    for (const match of matches) await again.act({ matchId: match.id });
  };
  const primary = primaryOf(t, file, item, {
    busy: again.busy,
    onCheck: () => void navigate(`/desk/requests/${file.id}/check`),
    onAgain: () => void askAgain(failed),
    onIdentity: () => void navigate('?at=identity', { replace: true }),
    onWorklist: () => void navigate('/desk'),
  });
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={titleOf(t, item, failed.length > 0)}
      subtitle={whole(item)}
      primary={primary}
      beside={
        <>
          <Problem problem={again.problem} />
          {lacking.length > 0 && (
            <Button
              look="second"
              wide
              busy={again.busy ? t('asking-again') : undefined}
              onClick={() => void askAgain(lacking)}
            >
              {t('get-missing')}
            </Button>
          )}
          {item.state === 'matched' && (
            <Button look="second" wide onClick={onMore}>
              {t('add-exam')}
            </Button>
          )}
        </>
      }
    >
      {tabs}
      {item.outcome && <Outcome item={item} />}
      {item.matches.map((match) => (
        <MatchCard
          key={match.id}
          match={match}
          withdrawable={['matched', 'granted', 'retrieving', 'checking'].includes(item.state)}
        />
      ))}
      <GiveParts file={file} />
    </RequestLayout>
  );
}

function titleOf(t: Text<typeof deskFileText.en>, item: ExamItem, failed: boolean): string {
  if (failed) return t('getting-failed');
  switch (item.state) {
    case 'matched':
      return t('exam-found');
    case 'granted':
    case 'retrieving':
      return t('getting');
    case 'checking':
      return t('ready-to-check');
    case 'released':
    case 'delivered':
      return t('exam-given');
    default:
      return t('exam-closed');
  }
}

type Doings = {
  busy: boolean;
  onCheck: () => void;
  onAgain: () => void;
  onIdentity: () => void;
  onWorklist: () => void;
};

function primaryOf(t: Text<typeof deskFileText.en>, file: RequestFile, item: ExamItem, doings: Doings): PrimaryAction {
  const busy = doings.busy ? t('asking-again') : undefined;
  if (file.next.step === 'retrieve-again' || item.matches.some(({ retrieval }) => retrieval.state === 'failed'))
    return { label: t('get-again'), act: doings.onAgain, busy };
  if (file.next.step === 'check-pictures') return { label: t('check-pictures'), act: doings.onCheck };
  if (item.state === 'matched' && file.next.facts.lack === 'consent')
    return { label: t('judge-consent'), act: doings.onIdentity };
  if (item.state === 'matched' && !file.identity.proved) return { label: t('prove-identity'), act: doings.onIdentity };
  return { label: t('back-to-worklist'), act: doings.onWorklist };
}

function Outcome({ item }: { item: ExamItem }) {
  const t = useText(deskFileText);
  const outcomes = [
    'given',
    'given-in-part',
    'none-found',
    'none-to-give',
    'not-maintained',
    'withdrawn',
    'denied',
    'not-theirs',
  ] as const;
  const outcome = outcomes.find((known) => known === item.outcome);
  return (
    <div className="card">
      <p className="choice-title">{outcome ? t(`ended-${outcome}`) : item.outcome}</p>
      {item.outcomeReason && <p>“{item.outcomeReason}”</p>}
    </div>
  );
}
