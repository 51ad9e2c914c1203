import type { Lack } from '@echoback/right-of-access';

export type Refused<Code extends string> = { code: Code; fields?: { pointer: string; message: string }[] };

/** Everything that is lacking, as notes of the answer: the name of each, and where it is asked for. */
export function lackNotes(lacks: readonly Lack[]): { pointer: string; message: string }[] {
  return lacks.map(({ name, cite }, index) => ({ pointer: `/lacks/${index}`, message: `${name} (${cite})` }));
}
