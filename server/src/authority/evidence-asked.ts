import {
  type AccessCase,
  ageInYears,
  type CalendarDate,
  calendarDate,
  type EvidenceAsked,
  estateInstruments,
  evidenceNeeded,
  livingInstruments,
  type MinorLaw,
  minorLawIn,
  type Outcome,
  ok,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { packFor, readFacilityFacts } from '../facility/facility-facts.ts';
import type { PublicActor } from '../identity/actor.ts';
import type { RequesterIs } from '../store/authority-tables.ts';

export type EvidenceWish = {
  asker: RequesterIs;
  bornOn?: string | undefined;
  goesTo: 'asker' | 'third-party';
  copy: 'electronic' | 'film-or-paper';
};

export type EvidenceAnswer = { patientIs: AccessCase['patientIs']; evidence: EvidenceAsked[]; papers: string[] };

/** What this case needs, before anybody is asked for anything. */
export async function readEvidenceAsked(
  app: App,
  _actor: PublicActor,
  wish: EvidenceWish,
): Promise<Outcome<EvidenceAnswer, never>> {
  const facility = await readFacilityFacts(app.db, app);
  return ok(evidenceFor(wish, facility.today, minorLawIn(packFor(facility, facility.today))));
}

/** What the file shows already is not asked for again. */
type Known = Pick<AccessCase, 'identityProved' | 'relationshipOnFile'> & { emancipated?: boolean };

export function evidenceFor(
  wish: EvidenceWish,
  today: CalendarDate,
  { ageOfHealthConsent, sources }: MinorLaw,
  { emancipated = false, ...known }: Known = {},
): EvidenceAnswer {
  const { asker, bornOn, goesTo, copy } = wish;
  const dead = asker === 'executor' || asker === 'family';
  const born = bornOn === undefined || bornOn > today ? undefined : calendarDate(bornOn);
  // Without a day of birth a parent is taken at their word: it is asked for on the next page.
  const isMinor = !emancipated && (born ? ageInYears(born, today) < ageOfHealthConsent : asker === 'parent');
  const patientIs = dead ? 'dead' : isMinor ? 'minor' : 'adult';
  const evidence = [...evidenceNeeded({ asker: askerOf(asker), patientIs, goesTo, copy, ...known }, sources)];
  return { patientIs, evidence, papers: papersFor(evidence) };
}

function askerOf(asker: RequesterIs): AccessCase['asker'] {
  switch (asker) {
    case 'personal-representative':
      return 'agent';
    case 'family':
      return 'family-of-deceased';
    default:
      return asker;
  }
}

/** Any one of them does. “Other” is no name that helps anybody to look for a paper. */
function papersFor(evidence: readonly EvidenceAsked[]): string[] {
  const names = evidence.map((one) => one.evidence);
  if (names.includes('relationship')) return ['birth-certificate', 'custody-order'];
  const papers = names.includes('estate papers')
    ? estateInstruments
    : names.includes('instrument')
      ? livingInstruments
      : [];
  return papers.filter((paper) => !paper.startsWith('other'));
}
