import { askClarification, previewClarification, readClarifications } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { type LetterContent, LetterView } from '../../letters/letter-view.tsx';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { BackToRequest } from './asked-question.tsx';
import { OpenQuestion } from './open-question.tsx';
import { RequestLayout } from './request-layout.tsx';

/** One question to the person: written, read as its letter, sent; then its answer is noted or it is taken back. */
export function QuestionPage({ file }: { file: RequestFile }) {
  const t = useText(questionText);
  const { value, problem, again } = useRead(readClarifications, { requestId: file.id });
  if (!value)
    return (
      <RequestLayout file={file} place="exams" title={t('title-ask')}>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('title-ask')} />}
      </RequestLayout>
    );
  if (file.closed)
    return <RequestLayout file={file} place="exams" title={t('title-over')} beside={<BackToRequest />} />;
  const open = value.questions.find(({ end }) => end === null);
  if (open) return <OpenQuestion key={open.id} file={file} asked={open} />;
  return <AskForm file={file} byPortal={value.byPortal} pauses={value.pauseAsks === 'very-large-record'} />;
}

/** Nothing is sent that was not read: the letter comes up first, and changing a word takes it away again. */
function AskForm({ file, byPortal, pauses }: { file: RequestFile; byPortal: boolean; pauses: boolean }) {
  const t = useText(questionText);
  const preview = useAct(previewClarification);
  const send = useAct(askClarification);
  const [question, setQuestion] = useState('');
  const [letter, setLetter] = useState<LetterContent>();
  const [tried, setTried] = useState(false);
  const [veryLargeRecord, setVeryLargeRecord] = useState(false);
  const wish = { requestId: file.id, question, ...(pauses && { veryLargeRecord }) };
  const see = async () => {
    setTried(true);
    if (question.trim()) setLetter(await preview.act(wish));
  };
  if (letter)
    return (
      <RequestLayout
        file={file}
        place="exams"
        title={t('title-read')}
        subtitle={byPortal ? undefined : t('by-post')}
        primary={{
          label: t('send'),
          act: () => void send.act(wish),
          busy: send.busy ? t('sending') : undefined,
        }}
        beside={
          <>
            <Problem problem={send.problem} />
            <Button look="second" wide onClick={() => setLetter(undefined)}>
              {t('write-anew')}
            </Button>
          </>
        }
      >
        <LetterView letter={letter} />
      </RequestLayout>
    );
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t('title-ask')}
      subtitle={t(pauses ? 'help-pauses' : 'help')}
      primary={{ label: t('see'), act: () => void see(), busy: preview.busy ? t('seeing') : undefined }}
      beside={
        <>
          <Problem problem={preview.problem} />
          <BackToRequest />
        </>
      }
    >
      <TextArea
        label={t('question')}
        help={t('question-help')}
        value={question}
        onChange={setQuestion}
        rows={4}
        problem={tried && !question.trim() ? t('need-question') : fieldProblem(preview.problem, '/question')}
      />
      {pauses && <Checkbox label={t('very-large-record')} checked={veryLargeRecord} onChange={setVeryLargeRecord} />}
    </RequestLayout>
  );
}
