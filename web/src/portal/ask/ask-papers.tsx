import { readEvidenceAsked, removeDraftPaper, sendDraftPaper } from '@echoback/server/contract';
import { useState } from 'react';
import { call, type Trouble, upload } from '../../client.ts';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { TextField } from '../../design-system/field.tsx';
import { FileButton } from '../../design-system/file-button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { ProgressBar } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { authorityText } from '../../locales/authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useRead } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { waysOf } from './answers.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import type { Paper } from './use-answers.tsx';

const named = [
  'birth-certificate',
  'custody-order',
  'health-care-power-of-attorney',
  'guardianship',
  'conservatorship',
  'letters-testamentary',
  'letters-of-administration',
  'small-estate-affidavit',
] as const;
const mostPapers = 5;

/** The papers that this case needs, any one of which will do; there and then, or later: the clock does not wait for it. */
export function AskPapers({ place }: { place: QuestionPlace }) {
  const { t, answers, change, goOn, papers, setPapers } = useQuestion(place);
  const a = useText(authorityText);
  const words = useText(wordsText);
  const [busy, setBusy] = useState<number>();
  const [problem, setProblem] = useState<Trouble>();
  const bornOn = calendarDateOf(answers.birth);
  const { toOther } = waysOf(answers);
  const needed = useRead(readEvidenceAsked, {
    asker: answers.whose ?? 'self',
    ...(bornOn ? { bornOn } : {}),
    goesTo: toOther.length > 0 ? 'third-party' : 'asker',
    copy: toOther.includes('prints') ? 'film-or-paper' : 'electronic',
  });
  const would = named.filter((name) => needed.value?.papers.includes(name));
  const contactCodeId = answers.codeId ?? '';
  const send = async (file: File) => {
    setBusy(0);
    const sent = await upload(sendDraftPaper, { contactCodeId }, file, setBusy);
    setBusy(undefined);
    setProblem(sent.ok ? undefined : sent.problem);
    if (sent.ok) setPapers([...papers, sent.value]);
  };
  const remove = async (paper: Paper) => {
    const done = await call(removeDraftPaper, { contactCodeId, paperId: paper.id });
    setProblem(done.ok ? undefined : done.problem);
    if (done.ok) setPapers(papers.filter(({ id }) => id !== paper.id));
  };
  return (
    <QuestionPage
      place={place}
      title={t('papers-question')}
      help={t(answers.whose === 'family' ? 'papers-help-family' : 'papers-help')}
      continueWords={papers.length > 0 ? t('continue') : t('papers-later')}
      onContinue={() => {
        if (busy !== undefined) return false;
        goOn({ papersSeen: true });
        return true;
      }}
    >
      {would.length > 0 && (
        <ul className="paper-names">
          {would.map((name) => (
            <li key={name}>{a(`paper-${name}`)}</li>
          ))}
        </ul>
      )}
      <p className="page-help">{a('papers-easy')}</p>
      <PaperList papers={papers} onRemove={(paper) => void remove(paper)} />
      {papers.length < mostPapers && (
        <FileButton
          label={t(papers.length > 0 ? 'papers-another' : 'papers-choose')}
          help={t('papers-kinds')}
          accept="application/pdf,image/jpeg,image/png"
          disabled={busy !== undefined}
          onFile={(file) => void send(file)}
        />
      )}
      {busy !== undefined && <ProgressBar label={t('papers-sending')} value={busy} />}
      <Problem problem={problem ?? needed.problem} />
      <TextField
        label={t('basis')}
        optional={words('optional')}
        help={t('basis-help')}
        value={answers.basis}
        onChange={(basis) => change({ basis })}
        maxLength={500}
      />
    </QuestionPage>
  );
}

/** Papers have no names of their own here: what they are and when they came, and the way to take one back. */
function PaperList({ papers, onRemove }: { papers: readonly Paper[]; onRemove: (paper: Paper) => void }) {
  const t = useText(askText);
  const dates = useDates();
  if (papers.length === 0) return null;
  return (
    <ul className="exam-list paper-list" aria-label={t('papers-here')}>
      {inOrder(papers).map(({ one, place }) => {
        const kind = one.mediaType === 'application/pdf' ? 'PDF' : t('paper-picture');
        const size = Math.max(1, Math.round(one.sizeBytes / 1024));
        return (
          <li key={one.id}>
            <span>{t('paper-n', { number: place + 1, kind, size, time: dates.time(one.sentAt) })}</span>
            <LinkButton onClick={() => onRemove(one)} label={t('paper-remove-n', { number: place + 1 })}>
              {t('paper-remove')}
            </LinkButton>
          </li>
        );
      })}
    </ul>
  );
}
