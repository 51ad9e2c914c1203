import type { ReactNode } from 'react';
import { Link } from '../../design-system/link.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { mailingAddress } from './answers.ts';
import { addressOfQuestion } from './questions.ts';
import { useAnswers } from './use-answers.tsx';
import { useExamWords } from './use-exam-words.ts';

/** Every answer read back, each with the way to change it. */
export function SignSummary({ patient, birth, requester }: { patient: string; birth: string; requester: string }) {
  const t = useText(askText);
  const words = useText(wordsText);
  const { answers } = useAnswers();
  const { nameOf, scopeOf } = useExamWords();
  return (
    <dl className="summary">
      {inOrder(answers.exams).map(({ one: exam, place: index }) => (
        <Row key={index} term={t('pictures')} change={addressOfQuestion('which', index, true)}>
          {nameOf(exam)}. {scopeOf(exam)}
        </Row>
      ))}
      <Row term={t('how-you-get')} change={addressOfQuestion('how', 0, true)}>
        {answers.deliveries.map((kind) => (
          <span key={kind} className="summary-line">
            {words(`delivery-${kind}`)}
            {kind === 'secure-link' && `: ${answers.linkName}, ${answers.linkEmail}`}
            {kind !== 'secure-link' && kind !== 'online' && `: ${mailingAddress(answers).join(', ')}`}
          </span>
        ))}
      </Row>
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
