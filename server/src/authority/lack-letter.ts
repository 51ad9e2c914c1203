import {
  type AuthorityRefusal,
  authorityShown,
  calendarDate,
  dueDate,
  type LanguageReview,
  type Letter,
  type LetterLanguage,
  letterContent,
  type Outcome,
  ok,
  othersCopy,
  type Pause,
  type ProofWay,
  papersThatWouldDo,
  pauseFor,
  refuse,
  whoMayAsk,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { ClockInput, FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { type AskedExamRow, letterSubject, type SubjectRow } from '../letters/letter-subject.ts';
import type { DeliveryInstrument } from './instruments.ts';
import { lackInWords, papersInWords } from './lack-words.ts';
import type { AuthorityFile } from './read-authority.ts';

export type LackLetterCode = 'L-VER' | 'L-NPR' | 'L-DIR' | 'L-AUTH';

/** Everything that a letter about a lack is made from. */
export type LackFile = {
  request: SubjectRow & { language: string; requester_email: string | null };
  facility: FacilityFacts;
  clock: ClockInput;
  identityProved: boolean;
  authority: AuthorityFile;
  instruments: readonly DeliveryInstrument[];
  /** Those that this person named: what was found beside them is not told here. */
  exams: readonly AskedExamRow[];
  reviews: readonly LanguageReview[];
  /** What prints would cost if they went to the person themself, by everything that is known of this request. */
  printsToSelfCents: number;
};

export type LackWish = {
  code: LackLetterCode;
  askedDeliveryId?: string | undefined;
  /** Of L-VER, as the written answer by the due date (OD-21): does it close the request? */
  finalAnswer?: 'closes' | 'stays-open' | undefined;
  /** Of L-VER, where the law asks: who they are was asked at once, on a reasonable doubt. */
  askedPromptly?: boolean | undefined;
};

/** Which letters there is a lack for: what is complete asks for nothing. */
export function lettersDue(file: Pick<LackFile, 'identityProved' | 'authority' | 'instruments'>) {
  const shown = authorityShown(file.authority.facts);
  const noRight = !shown.ok && hasNoRight(shown.refusal.code);
  const lacking = !file.identityProved || (!shown.ok && shown.refusal.code === 'authority-lacking');
  const of = (code: LackLetterCode, askedDeliveryId: string | null = null) => ({ code, askedDeliveryId });
  return [
    ...(noRight ? [of('L-NPR')] : lacking ? [of('L-VER')] : []),
    ...file.instruments.flatMap(({ refusal, askedDeliveryId }) =>
      refusal ? [of(refusal.letter, askedDeliveryId)] : [],
    ),
  ];
}

/** Family alone, a parent of somebody of age, or somebody who is not treated as a representative: 45 CFR 164.502(g). */
function hasNoRight(code: AuthorityRefusal['code']): boolean {
  return code === 'no-right-of-access' || code === 'not-treated-as-representative';
}

/** The letter that asks for exactly what is missing; refused when nothing is. */
export function draftLackLetter(app: App, file: LackFile, wish: LackWish): Outcome<Letter, { code: 'nothing-lacks' }> {
  const letter = write(app, file, wish);
  if (!letter) return refuse({ code: 'nothing-lacks' });
  if (!letter.ok) throw new Error(`${wish.code} can not be written: ${letter.refusal.code}`);
  return ok(letter.value);
}

function write(app: App, file: LackFile, wish: LackWish) {
  const { request, facility, authority, reviews } = file;
  const subject = letterSubject(app, facility, request);
  const due = dueOf(file.clock);
  const { language } = request;
  switch (wish.code) {
    case 'L-VER': {
      const missing = missingOf(file);
      if (missing.length === 0) return undefined;
      const pause = identityPause(file);
      const facts = (spoken: LetterLanguage) => ({
        ...subject,
        due,
        ways: waysOf(file),
        ...(pause && wish.askedPromptly && { pause }),
        ...(wish.finalAnswer && { finalAnswer: true as const }),
        ...(wish.finalAnswer === 'stays-open' && { staysOpen: true as const }),
        missing: missing.map(({ name, wouldDo }) => ({
          what: lackInWords(name, spoken),
          accepted: papersInWords(wouldDo, spoken),
        })),
      });
      return letterContent('L-VER', facts, language, reviews);
    }
    case 'L-NPR': {
      const shown = authorityShown(authority.facts);
      if (shown.ok || !hasNoRight(shown.refusal.code)) return undefined;
      const { patient, today } = authority.facts;
      const hasDied = patient.diedOn !== undefined;
      const facts = (spoken: LetterLanguage) => ({
        ...subject,
        hasDied,
        whoMayAsk: hasDied
          ? [whoMayAsk[spoken].executor, whoMayAsk[spoken]['by-state-law']]
          : [whoMayAsk[spoken].patient, whoMayAsk[spoken]['who-decides']],
        // The same for everybody: a letter to somebody who may do harm does not say that this is thought of them.
        papers: papersInWords(papersThatWouldDo(patient, today), spoken),
        mayTellInvolved: hasDied,
      });
      return letterContent('L-NPR', facts, language, reviews);
    }
    default:
      return writeInstrumentLetter(app, file, wish);
  }
}

function writeInstrumentLetter(app: App, file: LackFile, { code, askedDeliveryId }: LackWish) {
  const instrument = file.instruments.find((each) => each.askedDeliveryId === askedDeliveryId);
  const refusal = instrument?.refusal;
  if (!instrument || !refusal || refusal.letter !== code) return undefined;
  const { request, facility, reviews } = file;
  const subject = letterSubject(app, facility, request);
  const remedyAddress = `${app.config.publicUrl}/request`;
  const recipient = (spoken: LetterLanguage) => instrument.recipient.name ?? othersCopy[spoken].nobody;
  if (refusal.code === 'authorization-invalid') {
    const missing = refusal.lacks.map(({ name }) => name);
    const faults = refusal.faults.map(({ name }) => name);
    const facts = (spoken: LetterLanguage) => ({
      ...subject,
      ...{ recipient: recipient(spoken), missing, faults, remedyAddress },
    });
    return letterContent('L-AUTH', facts, request.language, reviews);
  }
  const facts = (spoken: LetterLanguage) => ({
    ...subject,
    recipient: recipient(spoken),
    problem:
      refusal.code === 'directive-defective'
        ? { kind: 'missing-elements' as const, missing: refusal.lacks.map(({ name }) => name) }
        : { kind: 'not-electronic' as const, asked: othersCopy[spoken].prints, toYouCents: file.printsToSelfCents },
    remedyAddress,
    due: dueOf(file.clock),
  });
  return letterContent('L-DIR', facts, request.language, reviews);
}

/**
 * The rule by which the period may start when somebody has shown who they are; for papers alone there is none, nor once the
 * period is over or was asked within without that doubt.
 */
export function identityPause({
  identityProved,
  clock,
  facility,
}: Pick<LackFile, 'identityProved' | 'clock' | 'facility'>): Pause | undefined {
  const asked = clock.facts?.waits?.find(({ cause, until }) => cause === 'identity' && until === undefined);
  const runs = asked?.askedPromptly === false || isOver({ clock, facility });
  return identityProved || runs ? undefined : pauseFor('identity', clock.pack);
}

export function isOver({ clock, facility }: Pick<LackFile, 'clock' | 'facility'>): boolean {
  return facility.today > dueOf(clock).on;
}

function missingOf({ request, identityProved, authority }: LackFile): { name: string; wouldDo: readonly string[] }[] {
  const shown = authorityShown(authority.facts);
  const proofs = hasPage(request) ? ['code', 'photo card'] : ['photo card'];
  const identity = identityProved ? [] : [{ name: 'identity', wouldDo: proofs }];
  if (shown.ok || shown.refusal.code !== 'authority-lacking') return identity;
  const { lacks, wouldDo } = shown.refusal;
  return [...identity, ...lacks.map(({ name }) => ({ name, wouldDo }))];
}

/** Two ways at least, and one of them without a smartphone. A code, too, is typed on the page that opens by e-mail. */
export function waysOf({ request, identityProved }: Pick<LackFile, 'request' | 'identityProved'>): readonly ProofWay[] {
  if (!hasPage(request)) return ['papers-by-mail', 'papers-here'];
  if (identityProved) return ['papers-online', 'papers-by-mail'];
  return ['code-to-contact-on-file', 'photo-id-picture', 'papers-by-mail'];
}

function hasPage({ requester_email }: Pick<LackFile['request'], 'requester_email'>): boolean {
  return requester_email !== null;
}

/** The day that a letter names, counted anew. */
export function dueOf({ receivedOn, pack, extension, facts }: ClockInput) {
  return dueDate(calendarDate(receivedOn), extension, pack, { ...clockFactsOf(receivedOn), ...facts });
}
