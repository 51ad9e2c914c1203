import { MAX_PROBLEMS } from './limits.ts';

/** What can be wrong with a file. A damaged one is kept aside (S7.6); an oddity is read as meant and only named. */
export type ProblemCode = DamageCode | OddityCode;

export type DamageCode =
  | 'value-beyond-end'
  | 'length-beyond-parent'
  | 'truncated-element'
  | 'unreadable-element'
  | 'unreadable-sequence'
  | 'missing-delimiter'
  | 'pixel-data-truncated'
  | 'pixel-data-missing'
  | 'unreadable-fragment'
  | 'too-many-fragments'
  | 'too-many-elements'
  | 'sequence-too-deep'
  | 'header-too-large'
  | 'meta-too-large'
  | 'file-too-large'
  | 'inflate-failed'
  | 'inflated-too-large'
  | 'frames-implausible';

type OddityCode =
  | 'no-preamble'
  | 'preamble-not-empty'
  | 'no-meta'
  | 'meta-group-length-wrong'
  | 'transfer-syntax-missing'
  | 'transfer-syntax-mismatch'
  | 'item-encoding-mismatch'
  | 'duplicate-tag'
  | 'out-of-order-tag'
  | 'odd-length'
  /** The header is whole and describes the pixels; only the file ends among them. */
  | 'pixel-data-cut-off'
  | 'pixel-data-shorter-than-described'
  | 'stray-delimiter'
  | 'delimiter-with-length'
  | 'bytes-after-data-set';

/** `at` counts from byte 0 of the file; `detail` names tags and numbers, never a value. */
export type Problem = { code: ProblemCode; at: number; detail: string };

const ODDITIES: ReadonlySet<string> = new Set<OddityCode>([
  'no-preamble',
  'preamble-not-empty',
  'no-meta',
  'meta-group-length-wrong',
  'transfer-syntax-missing',
  'transfer-syntax-mismatch',
  'item-encoding-mismatch',
  'duplicate-tag',
  'out-of-order-tag',
  'odd-length',
  'pixel-data-cut-off',
  'pixel-data-shorter-than-described',
  'stray-delimiter',
  'delimiter-with-length',
  'bytes-after-data-set',
]);

/** True when part of the file could not be trusted or read: quarantine it, never take it for whole. */
export function isDamage(problem: Problem): boolean {
  return !ODDITIES.has(problem.code);
}

/** Notes a problem; the list stays short whatever a file does, but the first damage always finds a place. */
export function note(problems: Problem[], code: ProblemCode, at: number, detail: string): void {
  const problem = { code, at, detail };
  if (problems.length < MAX_PROBLEMS) problems.push(problem);
  else if (isDamage(problem) && !problems.some(isDamage)) problems[MAX_PROBLEMS - 1] = problem;
}
