import { decideCompletion } from '../src/asked-and-given.ts';
import { type AuthorityCase, authorityShown } from '../src/authority.ts';
import { decideAuthorization } from '../src/authorization.ts';
import { breachDates, breachDatesUnder } from '../src/breach.ts';
import { calendarDate as day } from '../src/calendar.ts';
import { decideFamilyDisclosure } from '../src/deceased.ts';
import { type DenialWish, decideDenial } from '../src/denial.ts';
import { notGroundsUnder } from '../src/denial-ground.ts';
import { decideDirective } from '../src/directive.ts';
import { decideRefusalToTreat } from '../src/endangerment.ts';
import { type AccessCase, evidenceNeeded } from '../src/evidence-needed.ts';
import { quoteFees } from '../src/fee.ts';
import { lineCite } from '../src/fee-citations.ts';
import { noHandsReason, routeReason } from '../src/fee-reason.ts';
import { demoFeeSchedule } from '../src/fee-schedule.ts';
import { decideFeeLine } from '../src/fee-typed-line.ts';
import { forbiddenLines } from '../src/forbidden-line.ts';
import { decideFormat } from '../src/format-decision.ts';
import { decideHold } from '../src/hold.ts';
import { decideIdentityNotShown, identityProved } from '../src/identity-proof.ts';
import { citeOf } from '../src/law-sources.ts';
import { type LetterDuty, lettersDuties } from '../src/letter-duties.ts';
import { letterCodes } from '../src/letter-kinds.ts';
import { decideTransition } from '../src/lifecycle.ts';
import { minorLawIn, parentStanding } from '../src/minors.ts';
import { decideNotMaintained } from '../src/not-maintained.ts';
import { decidePlainMail } from '../src/plain-mail.ts';
import type { Pack } from '../src/policy-pack.ts';
import { decideRecall } from '../src/recall.ts';
import { decideDestroyed } from '../src/retention.ts';
import { decideReview, reviewOutcome } from '../src/review.ts';
import { decideNoneFound } from '../src/search-coverage.ts';
import { holidays } from '../src/testing/packs.ts';
import { decideTouchless, type TouchlessFacts } from '../src/touchless.ts';
import { transitions } from '../src/transitions.ts';
import { decideWithdrawal } from '../src/withdrawal.ts';
import { allGood, at } from './steps-of-an-exam.ts';

const today = day('2027-05-10');
const named = { name: 'Dr. Osei', licensed: true };

/** One decision of every kind under one law, as it is allowed and as it is refused, and where each letter's contents are written. */
export function saidUnder(pack: Pack): Readonly<Record<string, readonly unknown[]>> {
  return {
    steps: steps(pack),
    whoAsks: whoAsks(pack),
    papers: papersForOthers(pack),
    given: howItIsGiven(pack),
    money: money(pack),
    refused: refused(pack),
    afterwards: afterwards(pack),
    letters: letterCodes.flatMap((code) =>
      (lettersDuties[code] as readonly LetterDuty[]).map(({ cited }) => citeOf(pack.sources, ...cited)),
    ),
  };
}

function steps({ sources }: Pack): unknown[] {
  return transitions.flatMap(({ trigger, from, by: [by = 'staff'] }) =>
    from.flatMap((stage) => [
      decideTransition(at(stage), trigger, by, {}, sources),
      decideTransition({ ...at(stage), flags: ['part-denied', 'extended', 'overdue'] }, trigger, by, {}, sources),
      decideTransition(at(stage, ['identity']), trigger, by, allGood, sources),
    ]),
  );
}

function whoAsks(pack: Pack): unknown[] {
  const { sources } = pack;
  const law = minorLawIn(pack);
  const child = { bornOn: day('2016-03-02') };
  const adult = { bornOn: day('1980-03-02') };
  const relationship = { what: 'birth certificate', judgedBy: 'kim', judgedOn: today };
  const instrument = { kind: 'guardianship', scope: ['health-care'], evidence: relationship } as const;
  const cases: readonly Omit<AuthorityCase, 'law' | 'today'>[] = [
    { authority: { kind: 'self' }, patient: adult },
    { authority: { kind: 'self' }, patient: { ...adult, diedOn: day('1970-01-01') } },
    { authority: { kind: 'parent' }, patient: child },
    { authority: { kind: 'parent', relationship }, patient: child },
    { authority: { kind: 'parent', relationship }, patient: adult },
    { authority: { kind: 'family' }, patient: adult },
    { authority: { kind: 'personal-representative' }, patient: adult },
    { authority: { kind: 'personal-representative', instrument }, patient: adult },
    { authority: { kind: 'personal-representative', instrument }, patient: { ...adult, diedOn: day('2027-01-01') } },
  ];
  const onParent = { sti: 'requires', prenatal: 'prohibits' } as const;
  const exams = [
    { category: 'other' },
    { category: 'other', consentBasis: 'parent' },
    { category: 'other', consentBasis: 'emancipated' },
    ...(['sti', 'prenatal', 'other'] as const).map((category) => ({ category, consentBasis: 'minor_court' as const })),
  ] as const;
  const proofs = [{ kind: 'photo-id', provedOn: today, judgedBy: 'kim' }] as const;
  const sought = { due: today, askedOn: [today], waysOffered: 2 };
  const involved = {
    deathShownBy: 'note',
    involvement: 'drove her',
    contraryWish: 'none-known',
    recordedBy: 'kim',
  } as const;
  const belief = {
    decidedBy: named,
    decidedOn: today,
    belief: 'endangerment',
    notInBestInterest: true,
    reason: 'x',
  } as const;
  return [
    ...cases.map((one) => authorityShown({ ...one, law, today })),
    ...exams.map((exam) => parentStanding(exam, child, { ...law, onParent }, undefined, today)),
    identityProved(proofs, today, sources),
    identityProved([], today, sources),
    decideIdentityNotShown(sought, today, pack, { holidays }),
    decideIdentityNotShown({ ...sought, askedOn: [] }, today, pack, { holidays }),
    decideFamilyDisclosure(involved, sources),
    decideFamilyDisclosure({ ...involved, recordedBy: '' }, sources),
    decideRefusalToTreat(belief, sources),
    decideRefusalToTreat({ ...belief, reason: '' }, sources),
    ...evidenceOfAll(pack),
  ];
}

function evidenceOfAll({ sources }: Pack): unknown[] {
  const askers = [
    'self',
    'parent',
    'agent',
    'guardian',
    'executor',
    'family-of-deceased',
    'third-party',
    'treating-provider',
  ];
  return (askers as AccessCase['asker'][]).flatMap((asker) =>
    (['adult', 'minor', 'dead'] as const).flatMap((patientIs) =>
      (['electronic', 'film-or-paper'] as const).map((copy) =>
        evidenceNeeded({ asker, patientIs, goesTo: 'third-party', copy }, sources),
      ),
    ),
  );
}

function papersForOthers({ sources }: Pack): unknown[] {
  const statements = { rightToRevoke: false, conditioning: false, redisclosure: false };
  const said = { rightToRevoke: true, conditioning: true, redisclosure: true };
  const signature = { by: 'personal-representative', on: today } as const;
  const whole = {
    ...{ describesInformation: 'all', whoMayDisclose: 'F', whoMayReceive: 'B. Lee', purpose: 'mine' },
    ...{ expires: { on: day('2027-12-31') }, signature: { by: 'individual' as const, on: today }, statements: said },
  } as const;
  const faults = { wronglyCombined: true, wronglyConditioned: true, knownFalse: true, revokedAt: 0 };
  const noon = Date.parse('2027-05-10T12:00:00Z');
  const authorize = (paper: Parameters<typeof decideAuthorization>[0]) =>
    decideAuthorization(paper, noon, 'UTC', sources);
  const directive = { written: true, signature, recipientName: 'B. Lee', recipientAddress: '1 Way' };
  const electronic = { copy: 'electronic', heldAs: 'electronic' } as const;
  return [
    authorize(whole),
    authorize({ statements }),
    authorize({ statements, signature, expires: { on: day('2027-01-01') }, ...faults }),
    decideDirective(directive, electronic, sources),
    decideDirective({ written: false }, electronic, sources),
    decideDirective(directive, { copy: 'film', heldAs: 'electronic' }, sources),
  ];
}

function howItIsGiven({ sources }: Pack): unknown[] {
  const counts = { stills: 1, clips: 0, reports: 0, other: 0 };
  const whole = {
    asked: { images: true, report: true },
    listed: counts,
    given: counts,
    named: [],
    undelivered: [],
    toCome: [],
  };
  const forms = [
    { name: 'MP4', electronic: true },
    { name: 'prints', electronic: false },
  ];
  const wish = { asked: 'VHS', askedElectronic: true, heldAs: 'electronic', producible: forms } as const;
  const unable = { ...wish, why: 'no equipment makes it' } as const;
  const agreement = { on: today, chosen: 'MP4', declined: [] };
  const warning = { accepted: true, acceptedOn: today, channel: 'portal', textVersion: '1' };
  const mail = { packageBytes: 1, mailLimitBytes: 1_000, warning, addressReadBack: true };
  const { warning: _, ...unwarned } = mail;
  return [
    decideCompletion({ ...whole, report: 'given' }, sources),
    decideCompletion({ ...whole, report: 'not-given' }, sources),
    decideFormat({ ...wish, asked: 'MP4' }, sources),
    decideFormat(wish, sources),
    decideFormat({ ...wish, heldAs: 'film' }, sources),
    decideFormat({ ...unable, agreement }, sources),
    decideFormat({ ...unable, agreement: { ...agreement, chosen: 'prints' } }, sources),
    decidePlainMail(mail, sources),
    decidePlainMail({ ...mail, packageBytes: 9_999 }, sources),
    decidePlainMail({ ...unwarned, addressReadBack: false }, sources),
    decideTouchless(nothingFits, sources),
    decideTouchless(allFits, sources),
  ];
}

const exam = { studies: 1, nearMiss: false, certainPictures: false, reportAsked: true, reportHeld: true };
const allFits: TouchlessFacts = {
  ...{ switchedOn: true, identityBy: 'code-to-held-contact', askedBy: 'patient', authorityShown: true },
  ...{ patientIsMinor: false, patientFitsRequest: true, goesTo: 'patient', feeCents: 0, exams: [exam], openExams: 0 },
  ...{ onePatientInAllHeaders: true, missing: 0, quarantined: 0, openHolds: 0, questionAsked: false },
  ...{ denialTouches: false, sensitiveCategory: false, reportMayBeHeld: false, doubtfulFiles: 0, foreignPictures: 0 },
  ...{ unreadable: 0, givenBefore: false },
};
const nothingFits: TouchlessFacts = {
  ...{ switchedOn: false, identityBy: 'nobody', askedBy: 'somebody-else', authorityShown: false },
  ...{ patientIsMinor: true, patientFitsRequest: false, goesTo: 'somebody-else', feeCents: 1, openExams: 1 },
  exams: [{ studies: 2, nearMiss: true, certainPictures: true, reportAsked: true, reportHeld: false }],
  ...{ onePatientInAllHeaders: false, missing: 1, quarantined: 1, openHolds: 1, questionAsked: true },
  ...{ denialTouches: true, sensitiveCategory: true, reportMayBeHeld: true, doubtfulFiles: 1, foreignPictures: 1 },
  ...{ unreadable: 1, givenBefore: true },
};

function money(pack: Pack): unknown[] {
  const schedule = { ...demoFeeSchedule, method: 'actual' } as const;
  const quote = quoteFees([{ kind: 'usb', by: 'post', copyMinutes: 4 }], schedule, pack);
  const lines = ['labour', 'cd', 'dvd', 'usb', 'print-sheets', 'paper-pages', 'postage', 'summary', 'flat'] as const;
  return [
    quote,
    ...(quote.ok ? [...lines, ...forbiddenLines].map((line) => decideFeeLine(quote.value, line, pack)) : []),
    ...lines.map((line) => lineCite(line, pack)),
    quoteFees([{ kind: 'download' }], schedule, pack),
    noHandsReason(pack),
    ...(['directive', 'authorization', 'other-provider'] as const).map((route) => routeReason(route, pack)),
  ];
}

function refused(pack: Pack): unknown[] {
  const wish: DenialWish = {
    ...{ ground: '', decidedOn: today, basis: '', shown: {}, asker: 'individual', asks: 'inspect' },
    ...{ withheld: [], given: [], complaints: { titleOrName: '', phone: '' } },
  };
  const shown = new Proxy({}, { get: () => 'shown', ownKeys: () => [] });
  const grounds = pack.denialGrounds.flatMap((ground) => {
    const by = ground.decidedBy === 'licensed-professional' ? ground.decidedBy : ('privacy-officer' as const);
    const whole: DenialWish = {
      ...{ ground: ground.code, decidedBy: { name: 'Moss', role: by }, decidedOn: today, basis: 'plain', shown },
      ...{ asker: 'personal-representative', asks: 'copy', withheld: ['report'], given: [] },
      complaints: { titleOrName: 'Privacy officer', phone: '555-555-0100' },
    };
    const denied = decideDenial(whole, pack);
    if (!denied.ok) throw new Error(JSON.stringify(denied.refusal));
    const asked = { denial: denied.value, tookPart: [], askedOn: today, reviewer: { ...named, name: 'Dr. Wu' } };
    const granted = { ...denied.value, ground: { ...ground, reviewable: true } };
    const review = decideReview({ ...asked, denial: granted }, pack, { holidays });
    return [
      denied,
      decideDenial({ ...wish, ground: ground.code }, pack),
      decideReview(asked, pack, { holidays }),
      decideReview({ ...asked, denial: granted, reviewer: { name: '', licensed: false } }, pack, { holidays }),
      review,
      ...(review.ok ? [reviewOutcome(review.value, 'overturned', today, pack, { holidays })] : []),
    ];
  });
  const hold = { askedBy: 'individual', holds: ['images'], receivedOn: today, setOn: today } as const;
  return [
    ...grounds,
    ...notGroundsUnder(pack),
    decideDenial({ ...wish, ground: 'busy' }, pack),
    ...[...pack.holdCodes, ...pack.unlawfulHolds, { code: 'made up' }].map(({ code }) =>
      decideHold({ ...hold, code }, pack),
    ),
  ];
}

function afterwards(pack: Pack): unknown[] {
  const { sources } = pack;
  const searched = { source: 'Archive', state: 'searched', namesTried: ['Ana'], found: 0 } as const;
  const elsewhere = { receivedOn: today, due: today, importedCopies: [] };
  const gone = { studyOn: day('2000-01-01'), destroyedOn: day('2026-01-01'), schedule: '7 years', certificate: '1' };
  const decidedBy = { name: 'Moss', role: 'privacy-officer' } as const;
  const recall = {
    what: 'wrong-recipient',
    decidedBy,
    reason: 'x',
    releasedOn: today,
    discoveredOn: today,
    due: today,
  } as const;
  const taken = { by: 'individual', said: 'withdraw', channel: 'phone', on: today, alreadyDelivered: [] } as const;
  const fee = { state: 'none', cents: 0 } as const;
  return [
    decideNoneFound([searched], ['Ana'], sources),
    decideNoneFound([], ['Ana'], sources),
    decideNoneFound([{ ...searched, found: 1 }], ['Ana'], sources),
    decideNotMaintained(elsewhere, pack, { holidays }),
    decideNotMaintained({ ...elsewhere, importedCopies: 'not-looked-for' }, pack, { holidays }),
    decideDestroyed({ ...gone, stillHeld: true, survives: [] }, pack),
    decideDestroyed({ ...gone, stillHeld: false, survives: [] }, pack),
    decideRecall(recall, sources),
    decideRecall({ ...recall, reason: '', decidedBy: { name: 'kim', role: 'staff' } }, sources),
    breachDates(today, { people: 1 }, sources),
    breachDatesUnder(pack, today, { people: 1 }, { holidays }),
    decideWithdrawal({ ...taken, fee, identityBy: 'call-back' }, pack),
    decideWithdrawal({ ...taken, fee }, pack),
    decideWithdrawal({ ...taken, fee, said: 'nothing' }, pack),
  ];
}
