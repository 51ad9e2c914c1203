import type { LetterCode } from './letter-code.ts';
import type { DenialGround } from './pack-rows.ts';
import type { Pack } from './policy-pack.ts';

/** A ground by its code; none where the pack does not list it, and then it is no ground. */
export function denialGround(pack: Pack, code: string | undefined): DenialGround | undefined {
  return pack.denialGrounds.find((ground) => ground.code === code);
}

/** The letters that this pack wants: those of the base, and those that any row of the law names. */
export function lettersRequired(pack: Pack): ReadonlySet<LetterCode> {
  return new Set([...pack.lettersRequired.value, ...pack.access.flatMap((row) => row.letters)]);
}
