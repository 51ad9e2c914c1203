/** What a person or a hostile byte can cause comes back as a value; exceptions are faults. */
export type Outcome<T, R> = { ok: true; value: T } | { ok: false; refusal: R };

/** What was asked for. */
export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

/** Why it was not done. */
export function refuse<R>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal };
}
