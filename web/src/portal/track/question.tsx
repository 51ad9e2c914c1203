import { answerClarification } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Tracked } from './where-it-stands.ts';

/** What the facility asks, what comes without an answer, and the place to answer. */
export function Question({ question: asked }: { question: Tracked['question'] }) {
  const t = useText(questionText);
  const dates = useDates();
  const answering = useAct(answerClarification);
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const [sentId, setSentId] = useState<string>();
  if (!asked) return sentId ? <p role="status">{t('my-sent')}</p> : null;
  const send = async () => {
    setTried(true);
    if (!answer.trim()) return;
    if ((await answering.act({ questionId: asked.id, answer })) === undefined) return;
    setSentId(asked.id);
    setAnswer('');
    setTried(false);
  };
  return (
    <Card tone="asking">
      <h2>{t('we-ask')}</h2>
      <p>{asked.question}</p>
      <p className="page-help">
        {t('we-asked-on', { day: dates.day(dates.dayOf(asked.askedAt)) })} {t(`my-silence-${asked.ifNoAnswer}`)}
      </p>
      <TextArea
        label={t('my-answer')}
        value={answer}
        onChange={setAnswer}
        problem={tried && !answer.trim() ? t('need-answer') : fieldProblem(answering.problem, '/answer')}
      />
      <Problem problem={answering.problem} />
      <Button wide busy={answering.busy ? t('sending') : undefined} onClick={() => void send()}>
        {t('my-send')}
      </Button>
    </Card>
  );
}
