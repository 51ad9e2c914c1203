import {
  decideCompletion,
  type ExamPart,
  nearMissLacks,
  noObjects,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import { unexplained } from '../requests/asked-person.ts';
import type { Standing } from '../requests/identity-proved.ts';
import { compareNames } from '../sources/person-names.ts';
import type { Manifest, ReleaseCounts, StoredFile } from '../store/records.ts';
import { buildManifest, type GivenExam } from './build-manifest.ts';
import { releaseCounts } from './completeness.ts';
import { examWords, writtenLanguage } from './exam-words.ts';
import { identityOf, type MaterialObject } from './held-objects.ts';
import { type OnePatient, onePatient } from './one-patient.ts';
import {
  asGiven,
  countsOfStudy,
  type MaterialStudy,
  matchedStudy,
  partOf,
  type ReleaseMaterial,
  studyDateOf,
} from './release-material.ts';

export type ApprovalRefusal = {
  code:
    | 'identity-not-proved'
    | 'differs-from-request'
    | 'mixed-patients'
    | 'second-person-needed'
    | 'incomplete'
    | 'source-not-asked-again'
    | 'item-undecided'
    | 'exam-not-allowed'
    | 'instrument-lacks'
    | 'own-file'
    | 'wrong-step'
    | 'changed-meanwhile';
};

export type Approval = {
  manifest: Manifest;
  counts: ReleaseCounts;
  releasing: string[];
  missing: number;
  /** Exams of the request that are not answered by this: it stays open for them. */
  stillOpen: string[];
  /** Exams of which one part goes now, and that stay open for the other (OD-17). */
  inPart: string[];
};

export type Approver = {
  /** Null is the program, which is nobody's relative. */
  displayName: string | null;
  staffId: string | null;
  /** The version of the request that the approver was looking at. */
  version: number;
  missingReason: string | undefined;
  standing: Standing;
  /** Asked deliveries that may go now: to the person, or under a paper that is valid at this instant. */
  mayGo: number;
  /** Exams whose every copy has left, and that wait for the carrier alone: they hold no next part back. */
  onTheRoad: ReadonlySet<string>;
  /** OD-17: a part that is ready goes out at once, and the rest stays open. */
  partsAtOnce: boolean;
  /** Only this of these exams is given now; absent where what is checked is given whole. */
  only?: { part: ExamPart; examItemIds: readonly string[] } | undefined;
};

/**
 * May this be given, and what exactly is it? Identity and authority first, then nobody's own file, every item decided or
 * left open by OD-17, one patient who is the one of the request, and either complete or with a reason for what is
 * missing. What was looked at must be what stands.
 */
export function decideApproval(material: ReleaseMaterial, approver: Approver): Outcome<Approval, ApprovalRefusal> {
  const { request, known, items, studies } = material;
  const { standing } = approver;
  if (!known || !standing.identityProved || !standing.authorityShown) return refuse({ code: 'identity-not-proved' });
  // S2.5: neither patient nor requester approves. A requester's name is one line, so it is compared as one.
  const involved = [...known.names, { familyName: request.requesterName, givenName: '' }];
  if (approver.displayName !== null && compareNames(involved, approver.displayName) === 'same') {
    return refuse({ code: 'own-file' });
  }
  const { only } = approver;
  const releasing = only ? [] : items.filter(({ state }) => state === 'checking').map(({ id }) => id);
  const inPart = [...(only?.examItemIds ?? [])];
  const going = [...releasing, ...inPart];
  const isOut = (item: { state: string }) => ['released', 'delivered'].includes(item.state);
  if (items.some((item) => isOut(item) && !approver.onTheRoad.has(item.id))) return refuse({ code: 'wrong-step' });
  const stillOpen = items
    .filter((item) => !releasing.includes(item.id) && item.state !== 'closed' && !isOut(item))
    .map(({ id }) => id);
  if (stillOpen.length > 0 && !approver.partsAtOnce) return refuse({ code: 'item-undecided' });
  if (going.length === 0) return refuse({ code: 'wrong-step' });
  // Standing that ended since the grant gives nothing: a birthday, a paper's last day, another judgement (164.502(g)(3)).
  if (going.some((id) => !standing.allowed.has(id))) return refuse({ code: 'exam-not-allowed' });
  if (approver.mayGo === 0) return refuse({ code: 'instrument-lacks' });
  // A copy that is given again holds what was given before, so that the person finds all of it in one place.
  const givenBefore = items.filter(
    (item) =>
      (item.outcome === 'given' || item.outcome === 'given-in-part' || isOut(item)) && standing.allowed.has(item.id),
  );
  const whole = [...releasing, ...givenBefore.map(({ id }) => id)];
  const parts = partsOfExams(items, whole, approver);
  if (request.version !== approver.version) return refuse({ code: 'changed-meanwhile' });

  const given = studies.flatMap((study) => asItGoes(study, items, whole, parts));
  const papers = items.filter(({ id, attachedReports }) => parts.get(id) === 'report' && attachedReports.length > 0);
  const isEmpty = given.every((study) => asGiven(study).held.length === 0) && papers.length === 0;
  if (isEmpty || given.some(({ retrieval }) => retrieval !== 'done')) return refuse({ code: 'wrong-step' });
  if (unexplained(material.asked, known, material.chosenReason).length > 0) {
    return refuse({ code: 'differs-from-request' });
  }
  if (!patientProof(material, given.map(asGiven)).ok) return refuse({ code: 'mixed-patients' });
  // Whoever wrote why a near miss is this person after all does not also give it: somebody else looks.
  if (given.some((study) => going.includes(study.examItemId) && lacksSecondPerson(study, approver))) {
    return refuse({ code: 'second-person-needed' });
  }
  const counts = releaseCounts(given.map(matchedStudy));
  const missing = counts.exams.reduce((sum, exam) => sum + exam.missing.length, 0);
  const reason = approver.missingReason?.trim() || null;
  if (!given.every((study) => mayBeGiven(study, reason))) {
    return refuse({ code: reason === null ? 'incomplete' : 'source-not-asked-again' });
  }
  const manifest = buildManifest(
    request.reference,
    writtenLanguage(request.language),
    givenExams(material, given, papers),
    missing > 0 ? reason : null,
  );
  return ok({ manifest, counts, releasing, missing, stillOpen, inPart });
}

/** A study of which perhaps one part alone goes. */
type GoingStudy = MaterialStudy & { only?: ExamPart };

/** Exams of which one part goes, now or again because it went before: the person finds all of it in one place. */
function partsOfExams(
  items: ReleaseMaterial['items'],
  whole: readonly string[],
  { only, standing }: Approver,
): ReadonlyMap<string, ExamPart> {
  const parts = items.flatMap(({ id, state, partsGiven }): [string, ExamPart][] => {
    if (whole.includes(id) || state === 'closed' || !standing.allowed.has(id)) return [];
    const part = only?.examItemIds.includes(id) ? only.part : partsGiven.at(-1);
    return part ? [[id, part]] : [];
  });
  return new Map(parts);
}

function asItGoes(
  study: MaterialStudy,
  items: ReleaseMaterial['items'],
  whole: readonly string[],
  parts: ReadonlyMap<string, ExamPart>,
): GoingStudy[] {
  if (whole.includes(study.examItemId)) return [study];
  const only = parts.get(study.examItemId);
  const isHere = items.some(({ id, state }) => id === study.examItemId && state === 'checking');
  return only && isHere ? [{ ...partOf(study, only), only }] : [];
}

function lacksSecondPerson({ nearMissReason, confirmedBy }: MaterialStudy, { staffId }: Approver): boolean {
  if (nearMissReason === null) return false;
  return nearMissLacks({ reason: nearMissReason, chosenBy: confirmedBy ?? '', secondedBy: staffId ?? '' }).length > 0;
}

/** Part of the record is not the record, 164.524(c)(1): a gap is named only after the source was asked for it again. */
function mayBeGiven(study: MaterialStudy, reason: string | null): boolean {
  const { listed, given, missing } = countsOfStudy(study);
  const named = missing.map(({ sopInstanceUid: object }) => ({
    object,
    reason: reason ?? '',
    sourceAskedAgain: study.askedAgain,
  }));
  const asked = { images: true, report: false };
  return decideCompletion({ asked, listed, given, report: 'not-held', named, undelivered: [], toCome: [] }).ok;
}

export function hasGap(study: MaterialStudy): boolean {
  return countsOfStudy(study).missing.length > 0;
}

/**
 * The proof of one patient over some studies of a request. Where the patient who was chosen differs from the one who was
 * asked for and nobody said why, each object shows another patient, however well it fits the directory.
 */
export function patientProof(
  { known, asked, chosenReason }: ReleaseMaterial,
  studies: readonly MaterialStudy[],
): OnePatient {
  if (!known) return { ok: false, checked: 0, differing: [] };
  const objects = studies.flatMap(({ held }) => held);
  const reasoned = studies.filter(({ nearMissReason }) => nearMissReason !== null);
  const proof = onePatient(
    known,
    objects.map((object) => ({
      instanceId: object.instanceId,
      studyInstanceUid: object.studyInstanceUid,
      identity: identityOf(object),
    })),
    new Set(reasoned.map(({ studyInstanceUid }) => studyInstanceUid)),
  );
  const facts = unexplained(asked, known, chosenReason);
  if (facts.length === 0) return proof;
  const others = objects.flatMap((object) => {
    const { patientName, patientBirthDate } = identityOf(object);
    const found = { name: patientName, 'birth-date': patientBirthDate };
    return facts.map((fact) => ({ instanceId: object.instanceId, fact, found: found[fact] }));
  });
  const told = new Map([...proof.differing, ...others].map((each) => [`${each.instanceId} ${each.fact}`, each]));
  return { ok: false, checked: proof.checked, differing: [...told.values()] };
}

function givenExams(
  { request, items }: ReleaseMaterial,
  studies: readonly GoingStudy[],
  papers: readonly ReleaseMaterial['items'][number][],
): GivenExam[] {
  const language = writtenLanguage(request.language);
  const withReports = new Set<string>();
  const fetched = studies.map((study): GivenExam => {
    const item = items.find(({ id }) => id === study.examItemId);
    // Reports are attached to the exam item: with several studies they lie with the first.
    const isFirst = !withReports.has(study.examItemId);
    withReports.add(study.examItemId);
    const { listed, given, missing, ofAll } = countsOfStudy(study);
    const hasReports = isFirst && !study.given.reportDenied && study.only !== 'pictures';
    return {
      examItemId: study.examItemId,
      matchId: study.matchId,
      studyInstanceUid: study.studyInstanceUid,
      ...(study.only ? { only: study.only } : {}),
      label: examWords(item?.examType ?? 'other', language),
      studyDate: studyDateOf(study),
      counts: { listed, given, ...(ofAll === undefined ? {} : { ofAll }) },
      objects: asGiven(study).held.map(givenObject),
      attachedReports: hasReports ? storedFiles(item) : [],
      missing,
    };
  });
  const alone = papers
    .filter(({ id }) => !withReports.has(id))
    .map(
      (item): GivenExam => ({
        ...{ examItemId: item.id, matchId: null, studyInstanceUid: null, only: 'report', studyDate: null },
        label: examWords(item.examType, language),
        counts: { listed: noObjects, given: noObjects },
        objects: [],
        attachedReports: storedFiles(item),
        missing: [],
      }),
    );
  const place = ({ examItemId }: GivenExam) => items.findIndex(({ id }) => id === examItemId);
  return [...fetched, ...alone].sort((a, b) => place(a) - place(b));
}

function storedFiles(item: ReleaseMaterial['items'][number] | undefined): StoredFile[] {
  return (item?.attachedReports ?? []).map(({ sha256, crc32, sizeBytes }) => ({ sha256, crc32, sizeBytes }));
}

export function givenObject({
  header,
  flags: _flags,
  derived,
  ...object
}: MaterialObject): GivenExam['objects'][number] {
  return {
    ...object,
    seriesLabel: header.seriesDescription?.trim() || null,
    seriesNumber: header.seriesNumber,
    instanceNumber: header.instanceNumber,
    ...whatThePixelsMean(header),
    derived,
  };
}

/** The scale and the speed of a picture, where the header tells them or fails to. */
function whatThePixelsMean({ rows, columns, regions, frameTimeSource, cutOff }: MaterialObject['header']) {
  const calibrated = rows && columns && regions && regions.length > 0;
  return {
    ...(calibrated ? { calibration: { columns, rows, regions } } : {}),
    ...(frameTimeSource === 'assumed' ? { timesAssumed: true as const } : {}),
    ...(cutOff ? { cutOff: true as const } : {}),
  };
}
