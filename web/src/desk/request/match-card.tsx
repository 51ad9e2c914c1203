import { withdrawMatch } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Match } from '../request-file.ts';
import { RetrievalProgress } from './retrieval-progress.tsx';

/** The study that was confirmed, by whom and why, with what is being fetched of it. */
export function MatchCard({ match, withdrawable }: { match: Match; withdrawable: boolean }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const [withdrawing, setWithdrawing] = useState(false);
  return (
    <section className="card match">
      <p className="choice-title">{match.description || t('exam-without-name')}</p>
      <p className="quiet">
        {[match.studyDate && dates.shortDay(match.studyDate), match.imageSourceName].filter(Boolean).join(' · ')}
      </p>
      <RetrievalProgress match={match} />
      <p className="small quiet">
        {t('confirmed-by', { name: match.confirmedBy ?? t('the-program'), when: dates.dayAndTime(match.confirmedAt) })}
      </p>
      {match.nearMissReason && <p className="small">{t('near-because', { reason: match.nearMissReason })}</p>}
      {withdrawable && !withdrawing && (
        <p>
          <LinkButton onClick={() => setWithdrawing(true)}>{t('wrong-exam')}</LinkButton>
        </p>
      )}
      {withdrawing && <Withdraw match={match} onDone={() => setWithdrawing(false)} />}
    </section>
  );
}

function Withdraw({ match, onDone }: { match: Match; onDone: () => void }) {
  const t = useText(deskFileText);
  const withdraw = useAct(withdrawMatch);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const tooShort = reason.trim().length < 3;
  return (
    <form
      className="stack"
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (!tooShort && (await withdraw.act({ matchId: match.id, reason: reason.trim() })) !== undefined) onDone();
      }}
    >
      <TextArea
        label={t('withdraw-reason')}
        help={t('withdraw-help')}
        value={reason}
        onChange={setReason}
        rows={2}
        problem={tried && tooShort ? t('need-reason') : undefined}
      />
      <Problem problem={withdraw.problem} />
      <p className="button-row">
        <Button type="submit" look="second" busy={withdraw.busy ? t('saving') : undefined}>
          {t('withdraw')}
        </Button>
        <LinkButton onClick={onDone}>{t('keep-exam')}</LinkButton>
      </p>
    </form>
  );
}
