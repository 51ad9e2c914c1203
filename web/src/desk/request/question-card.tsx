import { readClarifications } from '@echoback/server/contract';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import type { Asked } from './asked-question.tsx';

/** An answer from the person's own page comes up at a desk that has the file open. */
const answerComesMs = 15_000;
const isOpen = ({ end }: Asked) => end === null;

/** What the person was asked and what they answered, beside every step; the way to ask while the request is open. */
export function QuestionCard({ file }: { file: RequestFile }) {
  const t = useText(questionText);
  const { value, problem, again } = useRead(
    readClarifications,
    { requestId: file.id },
    { every: (known) => (known?.questions.some(isOpen) ? answerComesMs : false) },
  );
  if (!value) return <Problem problem={problem} onAgain={again} />;
  if (value.questions.length === 0 && file.closed) return null;
  const waits = value.questions.some(isOpen);
  return (
    <section className="stack-small">
      <h2>{t('card-title')}</h2>
      {value.questions.map((asked) => (
        <AskedOnce key={asked.id} asked={asked} />
      ))}
      {!file.closed && (
        <p>
          <Link to="?at=question">{t(waits ? 'card-note' : 'ask')}</Link>
        </p>
      )}
    </section>
  );
}

function AskedOnce({ asked: { question, askedBy, askedAt, end } }: { asked: Asked }) {
  const t = useText(questionText);
  const dates = useDates();
  const day = (instant: string) => dates.shortDay(dates.dayOf(instant));
  return (
    <div className="stack-small">
      <p>{question}</p>
      {end?.answer && (
        <p>
          <strong>{t('their-answer')}:</strong> {end.answer}
        </p>
      )}
      <p className="small quiet">
        {end
          ? t(`ended-${end.how}`, { day: day(end.endedAt), name: end.recordedBy ?? '' })
          : t('asked-by', { name: askedBy, day: day(askedAt) })}
      </p>
    </div>
  );
}
