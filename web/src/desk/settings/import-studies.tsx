import { importStudy } from '@echoback/server/contract';
import { useRef, useState } from 'react';
import { type Trouble, upload } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import { failureWords, useFailureText } from '../failure-words.ts';

type Result = { stored: number; heldAlready: number; aside: { name: string; reason: string }[] };
const nothingYet: Result = { stored: 0, heldAlready: 0, aside: [] };

/** Puts DICOM files into the built-in archive, one after the other; what can not be read is kept aside and named. */
export function ImportStudies() {
  const t = useText(deskSetupText);
  const failures = useFailureText();
  const input = useRef<HTMLInputElement>(null);
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const [result, setResult] = useState<Result>();
  const [problem, setProblem] = useState<Trouble>();
  const send = async (files: File[]) => {
    setProblem(undefined);
    let counted = nothingYet;
    for (const [index, file] of files.entries()) {
      setProgress({ done: index, total: files.length });
      const answer = await upload(importStudy, {}, file);
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      counted = count(counted, file.name, answer.value);
    }
    setResult(counted);
    setProgress(undefined);
    if (input.current) input.current.value = '';
  };
  return (
    <div className="stack import-studies">
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('import-files')}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          if (files.length > 0) void send(files);
        }}
      />
      <p className="button-row">
        <Button
          look="plain"
          busy={progress && t('importing-files', { done: progress.done, total: progress.total })}
          onClick={() => input.current?.click()}
        >
          {t('import-files')}
        </Button>
      </p>
      {result && (
        <p role="status">
          {t('files-stored', { stored: result.stored, held: result.heldAlready, aside: result.aside.length })}
        </p>
      )}
      {result && result.aside.length > 0 && (
        <ul>
          {inOrder(result.aside).map(({ place, one }) => (
            <li key={place}>
              {one.name}: {failureWords(failures, one.reason)}
            </li>
          ))}
        </ul>
      )}
      <Problem problem={problem} />
    </div>
  );
}

function count(before: Result, name: string, answer: { stored: string; reason: string | null }): Result {
  if (answer.stored === 'stored') return { ...before, stored: before.stored + 1 };
  if (answer.stored === 'held-already') return { ...before, heldAlready: before.heldAlready + 1 };
  return { ...before, aside: [...before.aside, { name, reason: answer.reason ?? 'unreadable-element' }] };
}
