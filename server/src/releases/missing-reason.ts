import type { MissingReason } from '@echoback/right-of-access';

/**
 * Why something that was listed is not held, in the three ways that people are told. What retrieval noted is finer: it is
 * for staff and the source's administrator.
 */
export function missingReason(state: 'held' | 'missing' | 'quarantined', noted: string | null): MissingReason {
  if (state === 'quarantined') return 'damaged';
  return noted === 'gone-from-source' ? 'gone-from-source' : 'source-did-not-send';
}
