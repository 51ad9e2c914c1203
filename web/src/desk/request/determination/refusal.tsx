import type { Trouble } from '../../../client.ts';
import { Problem } from '../../../design-system/problem.tsx';
import { bareLack, useLawWords } from '../../law-words.ts';

/** A refusal with everything that it names: what is lacking, and the rule. */
export function Refusal({ problem }: { problem: Trouble | undefined }) {
  const law = useLawWords();
  return (
    <Problem problem={problem}>
      {problem?.fields && (
        <ul>
          {problem.fields.map(({ pointer, message }) => (
            <li key={pointer}>{lackWords(message, law)}</li>
          ))}
        </ul>
      )}
    </Problem>
  );
}

/** “the substantial harm (45 CFR …)”: the name in the reader’s language, and the clause as it is cited. */
function lackWords(message: string, law: (said: string) => string): string {
  const [, name = message, cite = ''] = /^(.+?)( \(.+\))?$/.exec(message) ?? [];
  return `${law(bareLack(name))}${law(cite)}`;
}
