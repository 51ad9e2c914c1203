import { describe, expect, it } from 'vitest';
import { type AccessCase, evidenceNeeded } from './evidence-needed.ts';
import { usSources } from './testing/packs.ts';

const self: AccessCase = { asker: 'self', patientIs: 'adult', goesTo: 'asker', copy: 'electronic' };

describe('what is asked for', () => {
  it.each<[string, Partial<AccessCase>, string[]]>([
    ['the patient', {}, ['identity']],
    ['the patient, known already', { identityProved: true }, []],
    ['a parent', { asker: 'parent', patientIs: 'minor' }, ['identity', 'relationship']],
    ['a parent on file', { asker: 'parent', patientIs: 'minor', relationshipOnFile: true }, ['identity']],
    ['a parent of an adult', { asker: 'parent', relationshipOnFile: true }, ['identity', 'instrument']],
    [
      'a parent of a dead child',
      { asker: 'parent', patientIs: 'dead', relationshipOnFile: true },
      ['identity', 'estate papers'],
    ],
    ['an agent', { asker: 'agent' }, ['identity', 'instrument']],
    ['a guardian of a minor', { asker: 'guardian', patientIs: 'minor' }, ['identity', 'instrument']],
    ['an agent after death', { asker: 'agent', patientIs: 'dead' }, ['identity', 'estate papers']],
    ['an executor whose patient nobody called dead', { asker: 'executor' }, ['identity', 'estate papers']],
    ['an executor', { asker: 'executor', patientIs: 'dead' }, ['identity', 'estate papers']],
    ['a sister of the dead', { asker: 'family-of-deceased', patientIs: 'dead' }, ['involvement in care']],
    ['a treating provider', { asker: 'treating-provider' }, ['provider’s identity']],
    ['a lawyer who asks', { asker: 'third-party' }, ['signed authorization', 'recipient’s name', 'where to send it']],
    [
      'the patient, sent on electronically',
      { goesTo: 'third-party' },
      ['identity', 'recipient’s name', 'where to send it', 'signed directive'],
    ],
    [
      'the patient, sent on as film',
      { goesTo: 'third-party', copy: 'film-or-paper' },
      ['identity', 'recipient’s name', 'where to send it', 'signed authorization'],
    ],
  ])('of %s', (_, change, evidence) => {
    const asked = evidenceNeeded({ ...self, ...change }, usSources);
    expect(asked.map((one) => one.evidence)).toEqual(evidence);
    for (const { cite } of asked) expect(cite).toMatch(/^45 CFR 164\.5/);
  });
});
