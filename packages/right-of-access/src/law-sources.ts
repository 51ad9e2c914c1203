import type { AuthorizationFault, AuthorizationPart } from './authorization-part.ts';
import type { ForbiddenLine } from './forbidden-line.ts';
import type { NotAGroundName } from './not-a-ground.ts';

/** What the engine has to cite, by what it is about. Each base pack says where its own law has it. */
export type LegalTopic =
  // Who asks, and about whom
  | 'individual'
  | 'identity'
  | 'proof-ways'
  | 'no-unreasonable-measure'
  | 'one-patient'
  | 'representative'
  | 'living-representative'
  | 'estate'
  | 'parent'
  | 'parent-by-exam'
  | 'parent-limits'
  | 'parent-permitted'
  | 'parent-prohibited'
  | 'parent-silent'
  | 'of-age'
  | 'not-protected'
  | 'family'
  | 'endangerment'
  | 'other-provider'
  // A copy for somebody else
  | 'directive'
  | 'directive-limits'
  | 'authorization'
  | 'authorization-valid'
  | `authorization/${AuthorizationPart | AuthorizationFault}`
  // What is owed, when, and in which form
  | 'clock'
  | 'told-and-given'
  | 'extension'
  | 'extension-notice'
  | 'one-extension'
  | 'whole-record'
  | 'every-source'
  | 'form'
  | 'electronic-form'
  | 'form-order'
  | 'hard-copy-last'
  | 'manner'
  | 'mail-risk'
  | 'mail-address'
  | 'language-help'
  // Money
  | 'fee'
  | 'fee-lines'
  | 'fee-method'
  | 'fee-told'
  | 'labour'
  | 'supplies'
  | 'postage'
  | 'summary'
  | 'free'
  | 'free-ways'
  | 'third-party-fee'
  | `never-charged/${ForbiddenLine}`
  // Denied, reviewed, held, not here
  | 'denial'
  | 'denial-grounds'
  | 'denial-part'
  | 'denial-letter'
  | 'denial-basis'
  | 'denial-remedy'
  | 'denial-complaints'
  | 'unreviewable'
  | 'reviewable'
  | 'access-returns'
  | 'review'
  | 'review-outcome'
  | `no-ground/${NotAGroundName}`
  | 'not-maintained'
  | 'hold'
  | 'hold-before-grant'
  | 'report-hold'
  // What a facility owes by itself
  | 'privacy-officer'
  | 'complaint-office'
  | 'breach'
  | 'breach-told'
  | 'breach-authority'
  | 'breach-what'
  | 'breach-data'
  | 'breach-consequences'
  | 'breach-protect'
  | 'breach-measures'
  | 'breach-contact'
  | 'accounting'
  | 'accounting-contents'
  | 'accounting-limits'
  | 'accounting-fee';

/** Where one law says each thing; what is only practice under it begins with “house rule”. */
export type LawSources = Readonly<Record<LegalTopic, string>>;

/** Law of whichever pack governs, or what holds under any law: a reason may rest on several. */
export type Cited = LegalTopic | `house rule${string}` | `OD-${number}` | `DICOM PS3${string}`;

/** The citation of a reason, as a lawyer of this law would write it. */
export function citeOf(sources: LawSources, ...cited: readonly Cited[]): string {
  return cited.map((one) => (isTopic(one, sources) ? sources[one] : one)).join('; ');
}

function isTopic(one: Cited, sources: LawSources): one is LegalTopic {
  return Object.hasOwn(sources, one);
}
