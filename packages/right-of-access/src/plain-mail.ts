import type { CalendarDate } from './calendar.ts';
import { isBlank, type Lack } from './lack.ts';
import { citeOf, type LawSources } from './law-sources.ts';
import { type Outcome, ok, refuse } from './outcome.ts';
import { because, type Why } from './why.ts';

/** Base64 makes four bytes of three and breaks lines of 76 with two more: RFC 2045, section 6.8. */
const MAIL_GROWTH = (4 / 3) * (78 / 76);

export type PlainMailWish = {
  readonly packageBytes: number;
  /** Largest message that the facility's mail system takes. */
  readonly mailLimitBytes: number;
  readonly warning?: {
    readonly accepted: boolean;
    readonly acceptedOn: CalendarDate;
    readonly channel: string;
    /** Version of the words that were shown. */
    readonly textVersion: string;
  };
  /** The address was read back: by a one-time code to it, or spoken. */
  readonly addressReadBack: boolean;
};

export type PlainMailRefusal =
  | {
      readonly code: 'over-mail-limit';
      readonly mailBytes: number;
      readonly limitBytes: number;
      readonly offers: readonly ('secure link' | 'several mails' | 'media by post')[];
      readonly letter: 'L-FMT';
      readonly cite: string;
    }
  | {
      readonly code: 'warning-first';
      readonly lacks: readonly Lack<'the warning, accepted' | 'the address, read back'>[];
      readonly letter: 'L-WARN';
    };

/**
 * Unencrypted mail is a right if asked for: warned, still wanted, sent. A policy of “encrypted only” is no argument here and
 * therefore no input. What is too large for the mail system is not readily producible by mail.
 */
export function decidePlainMail(
  wish: PlainMailWish,
  sources: LawSources,
): Outcome<{ readonly why: Why }, PlainMailRefusal> {
  const { packageBytes, mailLimitBytes, warning, addressReadBack } = wish;
  const mailBytes = Math.ceil(packageBytes * MAIL_GROWTH);
  if (mailBytes > mailLimitBytes) {
    return refuse({
      code: 'over-mail-limit',
      mailBytes,
      limitBytes: mailLimitBytes,
      offers: ['secure link', 'several mails', 'media by post'],
      letter: 'L-FMT',
      cite: sources['electronic-form'],
    });
  }
  const warned = warning?.accepted && !isBlank(warning.channel) && !isBlank(warning.textVersion);
  const lacks: Lack<'the warning, accepted' | 'the address, read back'>[] = [];
  if (!warned) lacks.push({ name: 'the warning, accepted', cite: sources['mail-risk'] });
  if (!addressReadBack) lacks.push({ name: 'the address, read back', cite: sources['mail-address'] });
  if (lacks.length > 0) return refuse({ code: 'warning-first', lacks, letter: 'L-WARN' });
  const inputs = { acceptedOn: warning?.acceptedOn, channel: warning?.channel, text: warning?.textVersion, mailBytes };
  return ok({ why: because('law/unencrypted-mail', citeOf(sources, 'mail-risk', 'form-order'), inputs) });
}

/** What went wrong after an unencrypted mail that was asked for. Only the wrong address is the facility's breach. */
export function isBreachOfPlainMail(event: 'read in transit' | 'sent to a mistyped address'): boolean {
  return event === 'sent to a mistyped address';
}
