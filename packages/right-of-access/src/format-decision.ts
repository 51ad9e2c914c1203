import type { CalendarDate } from './calendar.ts';
import type { Carrier } from './directive.ts';
import type { LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** A form that a facility can make. */
export type CopyForm = { readonly name: string; readonly electronic: boolean };

/** Why an asked-for form can not be made. It is about what the facility is able to do, never about what it is used to. */
export type Inability = 'no equipment makes it' | 'over the mail limit' | 'own drive is an unacceptable security risk';

export type Excuse = 'habit or policy' | 'too much work' | 'nobody asks for it';

export type FormatWish = {
  readonly asked: string;
  /** The asked-for form is electronic, or of another time and made of electronic signals (tape). */
  readonly askedElectronic: boolean;
  readonly heldAs: Carrier;
  /** Every form that the facility can make of this record. */
  readonly producible: readonly CopyForm[];
  /** Needed when the asked-for form is not among them. */
  readonly why?: Inability | Excuse;
  /** What the person chose of the forms on offer, and when. It moves no date. */
  readonly agreement?: FormatAgreement;
};

export type FormatAgreement = {
  readonly on: CalendarDate;
  readonly chosen: string;
  /** Electronic forms that the person turned down, by name. */
  readonly declined: readonly string[];
};

export type FormatRefusal = { readonly cite: string } & (
  | {
      readonly code: 'agree-on-a-form';
      readonly because: Inability;
      readonly alternatives: readonly CopyForm[];
      readonly hardCopy: readonly CopyForm[];
      readonly letter: 'L-FMT';
    }
  | { readonly code: 'no-reason-to-refuse'; readonly excuse?: Excuse }
  | { readonly code: 'electronic-forms-first'; readonly notDeclined: readonly string[] }
  | { readonly code: 'not-on-offer'; readonly chosen: string; readonly onOffer: readonly string[] }
);

/** The order of 45 CFR 164.524(c)(2): the asked-for form; else a readable electronic one agreed on; hard copy last. */
export function decideFormat(
  wish: FormatWish,
  sources: LawSources,
): Outcome<{ readonly form: CopyForm; readonly why: Why }, FormatRefusal> {
  const asked = wish.producible.find((form) => form.name === wish.asked);
  const inputs = { asked: wish.asked, heldAs: wish.heldAs };
  if (asked) return ok({ form: asked, why: because('law/form', sources.form, inputs) });
  const cite = formCite(wish, sources);
  if (wish.why === undefined) return refuse({ code: 'no-reason-to-refuse', cite });
  if (isExcuse(wish.why)) return refuse({ code: 'no-reason-to-refuse', excuse: wish.why, cite });
  const electronic = wish.producible.filter((form) => form.electronic);
  const hardCopy = wish.producible.filter((form) => !form.electronic);
  if (!wish.agreement) {
    const alternatives = mustOfferElectronic(wish) ? electronic : wish.producible;
    return refuse({ code: 'agree-on-a-form', because: wish.why, alternatives, hardCopy, letter: 'L-FMT', cite });
  }
  return agreed(wish, wish.agreement, electronic, sources);
}

function agreed(
  wish: FormatWish,
  { chosen, declined, on }: FormatAgreement,
  electronic: readonly CopyForm[],
  sources: LawSources,
): Outcome<{ readonly form: CopyForm; readonly why: Why }, FormatRefusal> {
  const cite = formCite(wish, sources);
  const form = wish.producible.find((one) => one.name === chosen);
  if (!form) {
    return refuse({ code: 'not-on-offer', chosen, onOffer: wish.producible.map(({ name }) => name), cite });
  }
  const notDeclined = electronic.map(({ name }) => name).filter((name) => !declined.includes(name));
  if (!form.electronic && mustOfferElectronic(wish) && notDeclined.length > 0) {
    return refuse({ code: 'electronic-forms-first', notDeclined, cite: sources['hard-copy-last'] });
  }
  const inputs = { asked: wish.asked, because: wish.why, chosen, agreedOn: on };
  return ok({ form, why: because('law/form-agreed', cite, inputs) });
}

function formCite({ heldAs }: FormatWish, sources: LawSources): string {
  return sources[heldAs === 'electronic' ? 'electronic-form' : 'form'];
}

function mustOfferElectronic({ heldAs, askedElectronic }: FormatWish): boolean {
  return heldAs === 'electronic' && askedElectronic;
}

const excuses: readonly Excuse[] = ['habit or policy', 'too much work', 'nobody asks for it'];

function isExcuse(why: Inability | Excuse): why is Excuse {
  return excuses.some((excuse) => excuse === why);
}
