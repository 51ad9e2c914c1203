import { type ReactNode, useEffect, useRef } from 'react';
import type { Trouble } from '../client.ts';
import { useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import { LinkButton } from './link.tsx';
import './surface.css';

/**
 * A refusal in the server's words (RFC 9457: `title` says what happened, `detail` what to do next), announced at once.
 * The number is a random id that the office finds in the log; it is shown where only the office can help.
 */
export function Problem({
  problem,
  onAgain,
  children,
}: {
  problem: Trouble | undefined;
  onAgain?: () => void;
  children?: ReactNode;
}) {
  const t = useText(wordsText);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) box.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);
  if (!problem) return null;
  const unreachable = problem.code === 'unreachable';
  return (
    <div className="problem" role="alert" ref={box}>
      <p className="problem-title">{unreachable ? t('unreachable') : problem.title}</p>
      <p>{unreachable ? t('unreachable-next') : problem.detail}</p>
      {problem.code === 'fault' && (
        <p className="problem-number">
          {t('problem-number')} <span className="mono">{problem.instance}</span>
        </p>
      )}
      {onAgain && (
        <p className="problem-action">
          <LinkButton onClick={onAgain}>{t('try-again')}</LinkButton>
        </p>
      )}
      {children}
    </div>
  );
}

/** The note for one field out of the server's list, by JSON pointer (RFC 6901), e.g. `/patient/familyName`. */
export function fieldProblem(problem: Trouble | undefined, pointer: string): string | undefined {
  return problem?.fields?.find((field) => field.pointer === pointer || field.pointer === `#${pointer}`)?.message;
}
