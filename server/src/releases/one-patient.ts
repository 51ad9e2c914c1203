import { type HeaderIdentity, type KnownPatient, samePatient } from '../imaging/same-patient.ts';
import { foldWords } from '../sources/person-names.ts';

/** An object that would be given, with who its header says it shows. */
export type IdentifiedObject = { instanceId: string; studyInstanceUid: string; identity: HeaderIdentity };

export type DifferingFact = { instanceId: string; fact: 'name' | 'birth-date' | 'mrn' | 'sex'; found: string | null };

export type OnePatient = { ok: boolean; checked: number; differing: DifferingFact[] };

type Fact = DifferingFact['fact'];

/**
 * Proof that a release shows one patient: each header against the directory, and the headers of a study against one
 * another (S7.5). A reason that was written for a near miss covers what is the same in the whole study; it never covers
 * an object that stands out in it, nor what `samePatient` calls another patient.
 */
export function onePatient(
  known: KnownPatient,
  objects: readonly IdentifiedObject[],
  studiesWithReason: ReadonlySet<string>,
): OnePatient {
  const differing = [
    ...objects.flatMap((object) => againstDirectory(known, object, studiesWithReason.has(object.studyInstanceUid))),
    ...byStudy(objects).flatMap(againstEachOther),
  ];
  const told = new Map(differing.map((each) => [`${each.instanceId} ${each.fact}`, each]));
  return { ok: told.size === 0, checked: objects.length, differing: [...told.values()] };
}

function againstDirectory(known: KnownPatient, object: IdentifiedObject, hasReason: boolean): DifferingFact[] {
  const { verdict, evidence } = samePatient(known, object.identity);
  if (verdict === 'exact' || (verdict === 'near' && hasReason)) return [];
  const facts = evidence.filter((each) => each.verdict === 'differs').map((each) => each.fact as Fact);
  // A header that tells of nobody at all is no proof either: it stands under its missing name.
  const named: Fact[] = facts.length === 0 && verdict === 'other' ? ['name'] : facts;
  return named.map((fact) => ({ instanceId: object.instanceId, fact, found: found(object.identity, fact) }));
}

/** Within a study every object tells the same patient. The minority stands out; on a tie, whatever comes second. */
function againstEachOther(objects: readonly IdentifiedObject[]): DifferingFact[] {
  return (['mrn', 'birth-date', 'name'] as const).flatMap((fact) => {
    const spellings = objects.flatMap((object) => {
      const value = found(object.identity, fact);
      return value === null ? [] : [{ object, value, key: keyOf(fact, value) }];
    });
    const usual = mostFrequent(spellings.map(({ key }) => key));
    return spellings
      .filter(({ key }) => key !== usual && (fact !== 'name' || !oneIncludesTheOther(key, usual)))
      .map(({ object, value }) => ({ instanceId: object.instanceId, fact, found: value }));
  });
}

/** A middle name that one machine writes and another leaves out is no other patient. */
function oneIncludesTheOther(key: string, usual: string): boolean {
  const [some, all] = [key, usual].map((name) => name.split(' ')).sort((a, b) => a.length - b.length);
  return (some ?? []).every((word) => (all ?? []).includes(word));
}

function keyOf(fact: Fact, value: string): string {
  if (fact !== 'name') return value.trim().toLowerCase();
  // The alphabetic group speaks for the name; the order of its parts does not count.
  return foldWords(value.split('=')[0] || value)
    .sort()
    .join(' ');
}

function found(identity: HeaderIdentity, fact: Fact): string | null {
  switch (fact) {
    case 'name':
      return identity.patientName?.trim() || null;
    case 'birth-date':
      return identity.patientBirthDate;
    case 'mrn':
      return identity.patientId?.trim() || null;
    case 'sex':
      return identity.patientSex;
  }
}

function byStudy(objects: readonly IdentifiedObject[]): IdentifiedObject[][] {
  const studies = Map.groupBy(objects, (object) => object.studyInstanceUid);
  return [...studies.values()];
}

function mostFrequent(keys: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
