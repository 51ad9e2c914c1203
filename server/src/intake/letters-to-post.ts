import {
  breachDatesUnder,
  calendarDate,
  calendarDateIn,
  type Outcome,
  ok,
  type ServiceLimitName,
  serviceDue,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import type { StaffActor } from '../identity/actor.ts';
import { type KeptTitle, keptTitles } from '../letters/kept-titles.ts';
import { readClocks } from '../requests/request-clock.ts';
import { type UnsentLetter, unsentLetters } from './unsent-letters.ts';

export type LetterToPost = {
  id: string;
  code: string;
  titles: KeptTitle[];
  requestId: string;
  reference: string;
  addressee: string;
  address: string[];
  madeOn: string;
  /** The house's own last day, where it has one for this letter (OD-25); of a breach notice the law's, 164.404(b). */
  sendBy: string | null;
  /** An e-mail came back, so the letter has to go another way. */
  mailFailed: boolean;
};

/** Every letter that was made and not sent: printed, and handed to the carrier (OD-10). What is due first stands first. */
export async function lettersToPost(
  app: App,
  _actor: StaffActor,
): Promise<Outcome<{ letters: LetterToPost[] }, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const rows = await unsentLetters(app.db, app);
  const clockOf = await readClocks(
    app.db,
    facility,
    rows.map((row) => row.request),
  );
  const letters = rows.map((row) => {
    const { receivedOn, pack } = clockOf(row.request);
    return letterToPost(row, facility.timeZone, sendBy(row, receivedOn, pack));
  });
  return ok({ letters: letters.sort((a, b) => orderOf(a).localeCompare(orderOf(b))) });
}

/** What is due first, then by request and kind, so that letters of one day keep their places. */
function orderOf({ sendBy, madeOn, reference, code }: LetterToPost): string {
  return [sendBy ?? madeOn, reference, code].join(' ');
}

const promises: Readonly<Record<string, ServiceLimitName | undefined>> = {
  'L-ACK': 'acknowledge-paper',
  'L-DIR': 'defective-directive',
  'L-NOT': 'redirect',
};

export function sendBy(
  { code, discovered_on }: Pick<UnsentLetter, 'code' | 'discovered_on'>,
  receivedOn: string,
  pack: Parameters<typeof serviceDue>[2],
): string | null {
  const facts = clockFactsOf(receivedOn);
  if (discovered_on) {
    return breachDatesUnder(pack, calendarDate(discovered_on), { people: 1 }, facts).individualBy;
  }
  const name = promises[code];
  return name && facts.writtenOn ? serviceDue(name, facts.writtenOn, pack, facts).on : null;
}

function letterToPost(row: UnsentLetter, timeZone: string, sendByDay: string | null): LetterToPost {
  const { id, code, content, request, addressee, made_at, notice_failed_at } = row;
  return {
    id,
    code,
    titles: keptTitles(content),
    requestId: request.id,
    reference: request.reference,
    addressee: addressee ?? request.requester_name,
    address: addressee === null ? (request.requester_address ?? []) : [],
    madeOn: calendarDateIn(timeZone, made_at.getTime()),
    sendBy: sendByDay,
    mailFailed: notice_failed_at !== null,
  };
}
