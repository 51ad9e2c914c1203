import { describe } from 'vitest';
import type { Have } from './have.ts';

/** A suite that needs peers: skipped by name, with the reason, where one is missing. */
export function describeWith(needs: Have<unknown>[], name: string, body: () => void): void {
  const reasons = needs.flatMap((need) => (need.present ? [] : [need.reason]));
  if (reasons.length === 0) describe(name, body);
  else describe.skip(`${name} (skipped: ${reasons.join('; ')})`, body);
}
