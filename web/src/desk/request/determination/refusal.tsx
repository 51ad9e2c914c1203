import type { Trouble } from '../../../client.ts';
import { Problem } from '../../../design-system/problem.tsx';

/** A refusal with everything that it names: what is lacking, and the rule. */
export function Refusal({ problem }: { problem: Trouble | undefined }) {
  return (
    <Problem problem={problem}>
      {problem?.fields && (
        <ul>
          {problem.fields.map(({ pointer, message }) => (
            <li key={pointer}>{message}</li>
          ))}
        </ul>
      )}
    </Problem>
  );
}
