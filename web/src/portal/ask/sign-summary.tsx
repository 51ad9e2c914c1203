import type { ReactNode } from 'react';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { Link } from '../../design-system/link.tsx';
import { useDates } from '../../facility.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { type Answers, addressOfOther, type DeliveryKind, mailingAddress, waysOf } from './answers.ts';
import { addressOfQuestion } from './questions.ts';
import { useAnswers } from './use-answers.tsx';
import { useExamWords } from './use-exam-words.ts';

/** Every answer read back, each with the way to change it. */
export function SignSummary({ patient, birth, requester }: { patient: string; birth: string; requester: string }) {
  const t = useText(askText);
  const words = useText(wordsText);
  const dates = useDates();
  const { answers, papers } = useAnswers();
  const { mine, toOther } = waysOf(answers);
  const endsOn = answers.ends === 'day' ? calendarDateOf(answers.endsOn) : undefined;
  const { nameOf, scopeOf } = useExamWords();
  return (
    <dl className="summary">
      {inOrder(answers.exams).map(({ one: exam, place: index }) => (
        <Row key={index} term={t('pictures')} change={addressOfQuestion('which', index, true)}>
          {nameOf(exam)}. {scopeOf(exam)}
        </Row>
      ))}
      <Row term={t('goes-to')} change={addressOfQuestion('to-whom', 0, true)}>
        {answers.toWhom.map((one) => (
          <span key={one} className="summary-line">
            {one === 'me' ? t('to-me') : answers.otherName.trim()}
          </span>
        ))}
      </Row>
      {mine.length > 0 && (
        <Row term={t('how-you-get')} change={addressOfQuestion('how', 0, true)}>
          {mine.map((kind) => (
            <span key={kind} className="summary-line">
              {words(`delivery-${kind}`)}
              {detailOf(kind, answers)}
            </span>
          ))}
        </Row>
      )}
      {toOther.length > 0 && (
        <Row
          term={t('to-other-too', { name: answers.otherName.trim() })}
          change={addressOfQuestion('recipient', 0, true)}
        >
          {toOther.map((kind) => (
            <span key={kind} className="summary-line">
              {kind === 'secure-link' ? t('other-link') : words(`delivery-${kind}`)}
              {`: ${kind === 'secure-link' ? answers.otherEmail.trim() : addressOfOther(answers).join(', ')}`}
            </span>
          ))}
        </Row>
      )}
      {toOther.includes('prints') && (
        <Row term={t('authorization-row')} change={addressOfQuestion('authorization', 0, true)}>
          {answers.purpose === 'my-request' ? t('purpose-my-request') : answers.purposeWords.trim()}.{' '}
          {endsOn ? t('ends-row-day', { day: dates.plainDay(endsOn) }) : t('ends-row-request')}
        </Row>
      )}
      {answers.whose !== 'self' && (
        <Row term={t('papers-row')} change={addressOfQuestion('papers', 0, true)}>
          {papers.length > 0 ? t('papers-count', { count: papers.length }) : t('papers-come-later')}
        </Row>
      )}
      <Row term={t('for')} change={addressOfQuestion('who', 0, true)}>
        {answers.whose === 'self'
          ? t('for-self', { name: patient, birth })
          : t('for-other', { name: patient, birth, requester })}
      </Row>
      <Row term={t('your-email')} change={addressOfQuestion('email', 0, true)}>
        {answers.email}
      </Row>
    </dl>
  );
}

function Row({ term, change, children }: { term: string; change: string; children: ReactNode }) {
  const t = useText(askText);
  return (
    <div className="summary-row">
      <dt>{term}</dt>
      <dd className="summary-value">{children}</dd>
      <dd className="summary-change">
        <Link to={change} label={t('change-of', { what: term })}>
          {t('change')}
        </Link>
      </dd>
    </div>
  );
}

/** Where it goes, and which form it is. */
function detailOf(kind: DeliveryKind, answers: Answers): string {
  const address = mailingAddress(answers).join(', ');
  if (kind === 'online') return '';
  if (kind === 'inspection') return answers.inspectionTimes.trim() && `: “${answers.inspectionTimes.trim()}”`;
  if (kind === 'email-unencrypted') return `: ${answers.email.trim()}`;
  return kind === 'other-form' ? `: ${answers.otherForm.trim()}. ${address}` : `: ${address}`;
}
