import type { CalendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { isBlank, type Lack } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import type { Pack } from './policy-pack.ts';
import type { ClockFacts } from './rule-clock.ts';
import { because, type Why } from './why.ts';

/** How a record is kept, and how a copy of it would go out. */
export type Carrier = 'electronic' | 'film' | 'paper';

/** “Send it to …”: the individual's own request, carried out at somebody else's address. 45 CFR 164.524(c)(3)(ii). */
export type ThirdPartyDirective = {
  /** Electronic writing is writing. */
  readonly written: boolean;
  readonly signature?: { readonly by: 'individual' | 'personal-representative'; readonly on: CalendarDate };
  readonly recipientName?: string;
  /** An address of any kind: street, mail box, e-mail, the name of a system that receives. */
  readonly recipientAddress?: string;
};

/** A purpose, an expiry, a date on the paper or a witness is no element, and nobody is asked for one. */
export type DirectiveElement = 'in writing' | 'signature' | 'who receives it' | 'where to send it';

/** What can be offered for film or paper: each ends somewhere else. */
export type DirectiveOffer =
  | { readonly offer: 'electronic-copy-to-recipient'; readonly under: 'this directive'; readonly accessClock: true }
  | {
      readonly offer: 'prints-to-the-individual';
      readonly under: 'own access, patient rate';
      readonly accessClock: true;
    }
  | { readonly offer: 'authorization-for-prints'; readonly under: 'authorization'; readonly accessClock: false };

export type DirectiveRefusal = { readonly letter: 'L-DIR' } & (
  | { readonly code: 'directive-defective'; readonly lacks: readonly Lack<DirectiveElement>[] }
  /** Not refused and not binding: a directive reaches an electronic copy of an electronic record. */
  | { readonly code: 'not-an-electronic-copy'; readonly offers: readonly DirectiveOffer[]; readonly cite: string }
);

/** Must the copy go to the named person? A PACS counts as an electronic health record (OD-7). */
export function decideDirective(
  directive: ThirdPartyDirective,
  wish: { readonly copy: Carrier; readonly heldAs: Carrier },
  sources: LawSources,
): Outcome<{ readonly mustSend: true; readonly why: Why }, DirectiveRefusal> {
  const lacks = elementsLacking(directive).map((name) => ({ name, cite: sources.directive }));
  if (lacks.length > 0) return refuse({ code: 'directive-defective', lacks, letter: 'L-DIR' });
  if (wish.copy !== 'electronic' || wish.heldAs !== 'electronic') {
    const cite = sources['directive-limits'];
    return refuse({ code: 'not-an-electronic-copy', offers: offersFor(wish.heldAs), cite, letter: 'L-DIR' });
  }
  const inputs = {
    signedOn: directive.signature?.on,
    signedBy: directive.signature?.by,
    heldAs: wish.heldAs,
    archiveCountsAs: 'electronic health record (OD-7)',
  };
  return ok({
    mustSend: true,
    why: because('law/directive', citeOf(sources, 'directive', 'directive-limits'), inputs),
  });
}

function elementsLacking(directive: ThirdPartyDirective): DirectiveElement[] {
  const { written, signature, recipientName, recipientAddress } = directive;
  const lacks: DirectiveElement[] = [];
  if (!written) lacks.push('in writing');
  if (!signature) lacks.push('signature');
  if (isBlank(recipientName)) lacks.push('who receives it');
  if (isBlank(recipientAddress)) lacks.push('where to send it');
  return lacks;
}

function offersFor(heldAs: Carrier): DirectiveOffer[] {
  const offers: DirectiveOffer[] = [
    { offer: 'prints-to-the-individual', under: 'own access, patient rate', accessClock: true },
    { offer: 'authorization-for-prints', under: 'authorization', accessClock: false },
  ];
  if (heldAs !== 'electronic') return offers;
  return [{ offer: 'electronic-copy-to-recipient', under: 'this directive', accessClock: true }, ...offers];
}

/**
 * A directive that was completed later, OD-6: the legal clock runs from the day on which all four elements are there; the
 * desk still works towards the day that the first writing would have given.
 */
export function directiveDue(
  firstReceivedOn: CalendarDate,
  validOn: CalendarDate,
  pack: Pack,
  facts: ClockFacts = {},
): { readonly statutoryDue: CalendarDate; readonly worklistDue: CalendarDate; readonly why: Why } {
  const runsFrom = pack.answers['OD-6'] === 'first-receipt' ? firstReceivedOn : validOn;
  const { on, why } = dueDate(runsFrom, undefined, pack, facts);
  const inputs = { firstReceivedOn, validOn, statutoryDue: on };
  return {
    statutoryDue: on,
    worklistDue: dueDate(firstReceivedOn, undefined, pack, facts).on,
    why: because('law/OD-6', `OD-6; ${why[0]?.cite}`, inputs),
  };
}
