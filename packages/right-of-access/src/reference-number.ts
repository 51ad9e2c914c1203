import { type Outcome, ok, refuse } from './outcome.ts';

declare const referenceBrand: unique symbol;

/** The name of a request that people can say over the phone: `EB 7Q4 M2K`. It is a name, never a proof of anything. */
export type ReferenceNumber = string & { readonly [referenceBrand]: true };

export type ReferenceRefusal =
  | { readonly code: 'wrong-length'; readonly length: number }
  | { readonly code: 'unknown-character'; readonly character: string }
  | { readonly code: 'mistyped' };

/** Thirty signs without 0 and O, 1 and I and L, and U: those are taken for each other when read aloud or in poor print. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const freeSigns = 5;
const combinations = BigInt(alphabet.length ** freeSigns);

/** Bytes that `referenceFromRandom` takes. */
export const REFERENCE_RANDOM_BYTES = 8;

/**
 * Makes a reference from eight random bytes. There are 24.3 million of them, so who stores one asks again when it is
 * taken. Eight bytes make every reference as likely as another to one part in 10^11.
 */
export function referenceFromRandom(random: Uint8Array): ReferenceNumber {
  if (random.length !== REFERENCE_RANDOM_BYTES) throw new RangeError(`Needs ${REFERENCE_RANDOM_BYTES} random bytes`);
  let rest = random.reduce((number, byte) => number * 256n + BigInt(byte), 0n) % combinations;
  let signs = '';
  for (let place = 0; place < freeSigns; place++) {
    signs += alphabet[Number(rest % 30n)];
    rest /= 30n;
  }
  return spaced(signs + checkSign(signs));
}

/** Reads what people type: any case, with or without `EB`, spaces, dashes or dots, pasted with invisible spaces. */
export function parseReference(typed: string): Outcome<ReferenceNumber, ReferenceRefusal> {
  const all = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._/#:]/gu, '');
  const signs = all.length > freeSigns + 1 && all.startsWith('EB') ? all.slice(2) : all;
  if (signs.length !== freeSigns + 1) return refuse({ code: 'wrong-length', length: signs.length });
  const unknown = [...signs].find((sign) => !alphabet.includes(sign));
  if (unknown) return refuse({ code: 'unknown-character', character: unknown });
  if (checkSign(signs.slice(0, freeSigns)) !== signs[freeSigns]) return refuse({ code: 'mistyped' });
  return ok(spaced(signs));
}

function spaced(signs: string): ReferenceNumber {
  return `EB ${signs.slice(0, 3)} ${signs.slice(3)}` as ReferenceNumber;
}

/** ISO/IEC 7064 hybrid system (MOD 31,30): finds every single wrong sign and nearly every swapped pair. */
function checkSign(signs: string): string {
  const size = alphabet.length;
  let product = size;
  for (const sign of signs) {
    const sum = (product + alphabet.indexOf(sign)) % size || size;
    product = (sum * 2) % (size + 1);
  }
  return alphabet[(size + 1 - product) % size] as string;
}
