import { describe, expect, it } from 'vitest';
import { testPack } from '../testing/test-pack.ts';
import { type Approver, decideApproval } from './decide-approval.ts';
import { wholeStudy } from './given-part.ts';
import type { MaterialObject } from './held-objects.ts';
import { patientProof } from './patient-proof.ts';
import type { MaterialStudy, ReleaseMaterial } from './release-material.ts';
import { releaseScope } from './release-scope.ts';

const still = '1.2.840.10008.5.1.4.1.1.6.1';
const file = { sha256: 'ab', crc32: 1, sizeBytes: 10 };

function held(number: number, patientId = '004471'): MaterialObject {
  return {
    instanceId: `i${number}`,
    sopInstanceUid: `1.2.3.${number}`,
    seriesInstanceUid: '1.2.3',
    studyInstanceUid: '1.2',
    sopClassUid: still,
    transferSyntaxUid: '1.2.840.10008.1.2.1',
    kind: 'still',
    original: file,
    exported: { ...file, zeroPreamble: false },
    header: {
      patientName: 'RIVERA^ANA',
      patientId,
      issuerOfPatientId: null,
      patientBirthDate: '19930412',
      patientSex: 'F',
      studyDate: '20261001',
      seriesDescription: null,
      seriesNumber: 1,
      instanceNumber: number,
      numberOfFrames: null,
      rows: null,
      columns: null,
      frameTimeSource: null,
      cutOff: null,
      institutionName: null,
      imageType: null,
      report: null,
      regions: null,
    },
    flags: [],
    derived: [],
  };
}

function listed(number: number) {
  const place = { seriesInstanceUid: '1.2.3', sopClassUid: still, modality: 'US', seriesNumber: 1 };
  return { ...place, sopInstanceUid: `1.2.3.${number}`, instanceNumber: number, numberOfFrames: null };
}

const study = {
  examItemId: 'e1',
  matchId: 'm1',
  studyInstanceUid: '1.2',
  study: { studyDate: null } as MaterialStudy['study'],
  nearMissReason: null,
  confirmedBy: 's1',
  retrieval: 'done',
  askedAgain: false,
  listed: [listed(1), listed(2)],
  held: [held(1), held(2)],
  absent: [],
  given: wholeStudy,
} satisfies MaterialStudy;

const item = {
  id: 'e1',
  ordinal: 0,
  examType: 'pregnancy',
  state: 'checking',
  outcome: null,
  certainImages: null,
  withReport: true,
  copyDenied: false,
  partsGiven: [],
  attachedReports: [],
};

const ana = {
  names: [{ familyName: 'Rivera', givenName: 'Ana' }],
  birthDate: '1993-04-12',
  identifiers: [{ mrn: '004471', issuer: 'TEST' }],
  sex: 'F' as const,
};

const material: ReleaseMaterial = {
  request: {
    id: 'r1',
    reference: 'EB 7Q4 M2K',
    version: 7,
    language: 'en',
    patientId: 'p1',
    requesterName: 'Luis Rivera',
  },
  known: ana,
  asked: ana,
  chosenReason: null,
  items: [item],
  studies: [study],
};

const approver: Approver = {
  displayName: 'Dana Desk',
  staffId: 's1',
  version: 7,
  missingReason: undefined,
  standing: {
    identityProved: true,
    authorityShown: true,
    allowed: new Set(['e1', 'e2']),
    toJudge: new Set<string>(),
    byExam: false,
  },
  mayGo: 1,
  partsAtOnce: true,
  sources: testPack.sources,
};

function decide(given: ReleaseMaterial, by: Approver) {
  const scope = releaseScope(given.items, { onTheRoad: new Set(), allowed: by.standing.allowed });
  return decideApproval(given, scope, by);
}

describe('an approval', () => {
  it('freezes everything when nothing stands against it', () => {
    const decision = decide(material, approver);
    expect(decision).toMatchObject({ ok: true, value: { releasing: ['e1'], missing: 0 } });
  });

  it('passes over an item that has its own outcome', () => {
    const items = [item, { ...item, id: 'e2', state: 'closed', outcome: 'none-found' }];
    expect(decide({ ...material, items }, approver)).toMatchObject({ value: { releasing: ['e1'] } });
  });

  it('gives a part that is ready, and names what stays open', () => {
    const items = [item, { ...item, id: 'e2', state: 'searching' }, { ...item, id: 'e3', state: 'closed' }];
    expect(decide({ ...material, items }, approver)).toMatchObject({
      value: { releasing: ['e1'], stillOpen: ['e2'], manifest: { exams: [{ examItemId: 'e1' }] } },
    });
  });

  it('of a near miss is for somebody else than who chose it; what went out before is not asked again', () => {
    const near = { ...study, nearMissReason: 'Day and month were swapped on the cart.' };
    expect(decide({ ...material, studies: [near] }, approver)).toMatchObject({
      refusal: { code: 'second-person-needed' },
    });
    expect(decide({ ...material, studies: [near] }, { ...approver, staffId: 's2' }).ok).toBe(true);
    const items = [
      { ...item, state: 'closed', outcome: 'given' },
      { ...item, id: 'e2' },
    ];
    const second = { ...study, examItemId: 'e2', matchId: 'm2', studyInstanceUid: '1.3' };
    expect(decide({ ...material, items, studies: [near, second] }, approver).ok).toBe(true);
  });

  it('gives the second part together with what was given before', () => {
    const second = { ...study, examItemId: 'e2', matchId: 'm2', studyInstanceUid: '1.3' };
    const items = [
      { ...item, state: 'closed', outcome: 'given' },
      { ...item, id: 'e2' },
    ];
    expect(decide({ ...material, items, studies: [study, second] }, approver)).toMatchObject({
      value: { releasing: ['e2'], stillOpen: [], manifest: { exams: [{ examItemId: 'e1' }, { examItemId: 'e2' }] } },
    });
  });

  it('is nobody’s own file by the program’s hand', () => {
    expect(decide(material, { ...approver, displayName: null }).ok).toBe(true);
  });

  it('takes a gap with a reason, and keeps the reason with the gap', () => {
    const studies = [{ ...study, held: [held(1)], askedAgain: true }];
    const decision = decide({ ...material, studies }, { ...approver, missingReason: ' Asked again. ' });
    expect(decision).toMatchObject({ value: { missing: 1, manifest: { missingReason: 'Asked again.' } } });
  });

  it('takes a patient who differs from the request when somebody wrote why, and marks every picture when nobody did', () => {
    const asked = { ...ana, birthDate: '1993-04-21' };
    const chosenReason = 'She read the date from her licence.';
    expect(decide({ ...material, asked, chosenReason }, approver).ok).toBe(true);
    expect(patientProof({ ...material, asked }, [study])).toMatchObject({
      ok: false,
      differing: [{ instanceId: 'i1', fact: 'birth-date', found: '1993-04-12' }, { instanceId: 'i2' }],
    });
  });

  it.each<[string, Partial<ReleaseMaterial>, Partial<Approver>, string]>([
    [
      'identity is not proved',
      {},
      {
        standing: {
          identityProved: false,
          authorityShown: false,
          allowed: new Set<string>(),
          toJudge: new Set<string>(),
          byExam: false,
        },
      },
      'identity-not-proved',
    ],
    [
      'nobody showed the right to ask',
      {},
      {
        standing: {
          identityProved: true,
          authorityShown: false,
          allowed: new Set<string>(),
          toJudge: new Set<string>(),
          byExam: false,
        },
      },
      'identity-not-proved',
    ],
    [
      'an exam is not for this person (any more)',
      {},
      {
        standing: {
          identityProved: true,
          authorityShown: true,
          allowed: new Set(['another']),
          toJudge: new Set<string>(),
          byExam: false,
        },
      },
      'exam-not-allowed',
    ],
    ['no delivery has a valid paper', {}, { mayGo: 0 }, 'instrument-lacks'],
    ['no patient is tied to it', { known: undefined }, {}, 'identity-not-proved'],
    ['the approver is the patient', {}, { displayName: 'Ana Rivera' }, 'own-file'],
    ['the approver is the requester', {}, { displayName: 'Rivera, Luis' }, 'own-file'],
    [
      'an item is still searched for and the rules know no parts',
      { items: [item, { ...item, id: 'e2', state: 'searching' }] },
      { partsAtOnce: false },
      'item-undecided',
    ],
    ['it was released already', { items: [{ ...item, state: 'released' }] }, {}, 'wrong-step'],
    ['every item was closed', { items: [{ ...item, state: 'closed' }] }, {}, 'wrong-step'],
    ['pictures are still being made', { studies: [{ ...study, retrieval: 'deriving' }] }, {}, 'wrong-step'],
    ['nothing came', { studies: [{ ...study, held: [] }] }, { missingReason: 'gone' }, 'wrong-step'],
    ['something changed since it was looked at', {}, { version: 6 }, 'changed-meanwhile'],
    [
      'the request was for somebody born on another day',
      { asked: { ...ana, birthDate: '1989-11-02' } },
      {},
      'differs-from-request',
    ],
    [
      'the request was for another person, whatever was written',
      {
        asked: { ...ana, names: [{ familyName: 'Luna', givenName: 'Eva' }], birthDate: '1989-11-02' },
        chosenReason: 'x',
      },
      {},
      'differs-from-request',
    ],
    [
      'one object shows another patient',
      { studies: [{ ...study, held: [held(1), held(2, '999')] }] },
      {},
      'mixed-patients',
    ],
    ['a gap has no reason', { studies: [{ ...study, held: [held(1)] }] }, { missingReason: '  ' }, 'incomplete'],
    [
      'a gap has a reason, and its source was not asked again',
      { studies: [{ ...study, held: [held(1)] }] },
      { missingReason: 'The archive lost it.' },
      'source-not-asked-again',
    ],
  ])('is refused when %s', (_, changedMaterial, changedApprover, code) => {
    const decision = decide({ ...material, ...changedMaterial }, { ...approver, ...changedApprover });
    expect(decision).toEqual({ ok: false, refusal: { code } });
  });
});
