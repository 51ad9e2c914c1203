import {
  decideCompletion,
  type LawSources,
  type NearMiss,
  nearMissLacks,
  type Outcome,
  ok,
  refuse,
} from '@echoback/right-of-access';
import { unexplained } from '../requests/asked-person.ts';
import type { Standing } from '../requests/identity-proved.ts';
import { compareNames } from '../sources/person-names.ts';
import type { Manifest, ReleaseCounts } from '../store/records.ts';
import { buildManifest } from './build-manifest.ts';
import { releaseCounts } from './completeness.ts';
import { writtenLanguage } from './exam-words.ts';
import { givenExams } from './given-exams.ts';
import { patientProof } from './patient-proof.ts';
import { asGiven, countsOfStudy, type MaterialStudy, matchedStudy, type ReleaseMaterial } from './release-material.ts';
import { goingStudies, type ReleaseScope } from './release-scope.ts';

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
  /** Studies that go and only nearly agree with the patient, each seen by a second person. */
  nearMisses: (NearMiss & { examItemId: string })[];
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
  /** OD-17: a part that is ready goes out at once, and the rest stays open. */
  partsAtOnce: boolean;
  sources: LawSources;
};

/**
 * May this be given, and what exactly is it? Identity and authority first, then nobody's own file, every item decided or
 * left open by OD-17, one patient who is the one of the request, and either complete or with a reason for what is
 * missing. What was looked at must be what stands.
 */
export function decideApproval(
  material: ReleaseMaterial,
  scope: ReleaseScope,
  approver: Approver,
): Outcome<Approval, ApprovalRefusal> {
  const { request, known, items } = material;
  const { standing } = approver;
  if (!known || !standing.identityProved || !standing.authorityShown) return refuse({ code: 'identity-not-proved' });
  // S2.5: neither patient nor requester approves. A requester's name is one line, so it is compared as one.
  const involved = [...known.names, { familyName: request.requesterName, givenName: '' }];
  if (approver.displayName !== null && compareNames(involved, approver.displayName) === 'same') {
    return refuse({ code: 'own-file' });
  }
  const { releasing, inPart, parts, stillOpen, waitsForEarlier } = scope;
  const going = [...releasing, ...inPart];
  if (waitsForEarlier) return refuse({ code: 'wrong-step' });
  if (stillOpen.length > 0 && !approver.partsAtOnce) return refuse({ code: 'item-undecided' });
  if (going.length === 0) return refuse({ code: 'wrong-step' });
  // Standing that ended since the grant gives nothing: a birthday, a paper's last day, another judgement (164.502(g)(3)).
  if (going.some((id) => !standing.allowed.has(id))) return refuse({ code: 'exam-not-allowed' });
  if (approver.mayGo === 0) return refuse({ code: 'instrument-lacks' });
  if (request.version !== approver.version) return refuse({ code: 'changed-meanwhile' });

  const given = goingStudies(material, scope);
  const papers = items.filter(({ id, attachedReports }) => parts.get(id) === 'report' && attachedReports.length > 0);
  const isEmpty = given.every((study) => asGiven(study).held.length === 0) && papers.length === 0;
  if (isEmpty || given.some(({ retrieval }) => retrieval !== 'done')) return refuse({ code: 'wrong-step' });
  if (unexplained(material.asked, known, material.chosenReason).length > 0) {
    return refuse({ code: 'differs-from-request' });
  }
  if (!patientProof(material, given.map(asGiven)).ok) return refuse({ code: 'mixed-patients' });
  // Whoever wrote why a near miss is this person after all does not also give it: somebody else looks.
  const nearMisses = given.filter(({ examItemId }) => going.includes(examItemId)).flatMap(nearMissGivenBy(approver));
  if (nearMisses.some((one) => nearMissLacks(one).length > 0)) return refuse({ code: 'second-person-needed' });
  const counts = releaseCounts(given.map(matchedStudy));
  const missing = counts.exams.reduce((sum, exam) => sum + exam.missing.length, 0);
  const reason = approver.missingReason?.trim() || null;
  if (!given.every((study) => mayBeGiven(study, reason, approver.sources))) {
    return refuse({ code: reason === null ? 'incomplete' : 'source-not-asked-again' });
  }
  const manifest = buildManifest(
    request.reference,
    writtenLanguage(request.language),
    givenExams(material, given, papers),
    missing > 0 ? reason : null,
  );
  return ok({ manifest, counts, releasing, missing, stillOpen, inPart, nearMisses });
}

function nearMissGivenBy({ staffId }: Approver) {
  return ({ examItemId, nearMissReason: reason, confirmedBy }: MaterialStudy): Approval['nearMisses'] =>
    reason === null ? [] : [{ examItemId, reason, chosenBy: confirmedBy ?? '', secondedBy: staffId ?? '' }];
}

/** Part of the record is not the record, 164.524(c)(1): a gap is named only after the source was asked for it again. */
function mayBeGiven(study: MaterialStudy, reason: string | null, sources: LawSources): boolean {
  const { listed, given, missing } = countsOfStudy(study);
  const named = missing.map(({ sopInstanceUid: object }) => ({
    object,
    reason: reason ?? '',
    sourceAskedAgain: study.askedAgain,
  }));
  const asked = { images: true, report: false };
  const facts = { asked, listed, given, report: 'not-held', named, undelivered: [], toCome: [] } as const;
  return decideCompletion(facts, sources).ok;
}

export function hasGap(study: MaterialStudy): boolean {
  return countsOfStudy(study).missing.length > 0;
}
