import { endClarification } from '@echoback/server/contract';
import { useState } from 'react';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { type Asked, BackToRequest } from './asked-question.tsx';
import { RequestLayout } from './request-layout.tsx';

const ways = ['phone', 'mail', 'in-person', 'taken-back'] as const;
type Way = (typeof ways)[number];

/** The question that waits, with what happens without an answer; an answer that came to the office is noted here. */
export function OpenQuestion({ file, asked }: { file: RequestFile; asked: Asked }) {
  const t = useText(questionText);
  const dates = useDates();
  const ending = useAct(endClarification);
  const [how, setHow] = useState<Way>();
  const [answer, setAnswer] = useState('');
  const [tried, setTried] = useState(false);
  const lacksAnswer = how !== 'taken-back' && !answer.trim();
  const act = () => {
    setTried(true);
    if (!how || lacksAnswer) return;
    const end = how === 'taken-back' ? { how } : { how, answer };
    void ending.act({ requestId: file.id, questionId: asked.id, end });
  };
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t('title-open')}
      subtitle={t(`silence-${asked.ifNoAnswer}`)}
      primary={{ label: t('save'), act, busy: ending.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={ending.problem} />
          <BackToRequest />
        </>
      }
    >
      <Card>
        <p>{asked.question}</p>
        <p className="small quiet">
          {t('asked-by', { name: asked.askedBy, day: dates.shortDay(dates.dayOf(asked.askedAt)) })}
        </p>
      </Card>
      <RadioTiles
        legend={t('end-how')}
        value={how}
        onChange={setHow}
        columns={2}
        problem={tried && !how ? t('need-how') : undefined}
        choices={ways.map((value) => ({
          value,
          label: t(`end-${value}`),
          help: value === 'taken-back' ? t('end-taken-back-help') : undefined,
        }))}
      />
      {how && how !== 'taken-back' && (
        <TextArea
          label={t('answer')}
          value={answer}
          onChange={setAnswer}
          problem={tried && lacksAnswer ? t('need-answer') : fieldProblem(ending.problem, '/end/answer')}
        />
      )}
    </RequestLayout>
  );
}
