import { personName } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { accountForView } from '../deliveries/account-for-view.ts';
import { readReports, reportOf, type ViewItem, viewItem } from '../deliveries/view-items.ts';
import type { StaffActor } from '../identity/actor.ts';
import { standingOf } from '../requests/identity-proved.ts';
import type { ExamCounts, KindCounts, MissingObject } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import { bySeriesAndNumber } from './build-manifest.ts';
import { releaseCounts } from './completeness.ts';
import { hasGap } from './decide-approval.ts';
import { examWords } from './exam-words.ts';
import { givenObject } from './given-exams.ts';
import { type GivenPart, isGiven } from './given-part.ts';
import { identityOf, type MaterialObject } from './held-objects.ts';
import { itemLabels } from './item-labels.ts';
import type { DifferingFact } from './one-patient.ts';
import { patientProof } from './patient-proof.ts';
import {
  asGiven,
  countsOfStudy,
  type MaterialStudy,
  matchedStudy,
  type ReleaseMaterial,
  readReleaseMaterial,
  studyDateOf,
} from './release-material.ts';
import { goingStudies, releaseScope } from './release-scope.ts';

type CheckedItem = ViewItem & {
  instanceId: string;
  headerName: string | null;
  headerBirthDate: string | null;
  headerMrn: string | null;
  samePatient: boolean;
  sopInstanceUid: string;
  /** Goes into the copy; else it was not asked for, or was denied. */
  given: boolean;
  denied: boolean;
  flags: string[];
};

type CheckedExam = {
  examItemId: string;
  matchId: string;
  label: string;
  studyDate: string | null;
  counts: ExamCounts;
  items: CheckedItem[];
  /** What the person said, where they asked for certain pictures; null where they asked for all. */
  certainImages: string | null;
  quarantined: { reason: string; detail: string; sizeBytes: number }[];
  attachedReports: { id: string; sizeBytes: number; attachedAt: string }[];
};

export type Checking = {
  reference: string;
  patientName: string;
  exams: CheckedExam[];
  onePatient: { ok: boolean; checked: number; differing: DifferingFact[] };
  complete: {
    ok: boolean;
    listed: KindCounts;
    given: KindCounts;
    missing: MissingObject[];
    /** Every source was asked once more for what it did not give; without that a gap is not given. */
    askedAgain: boolean;
  };
  reportIncluded: boolean;
  ready: boolean;
  /** Exams of the request that stay open, with the same due date, when this is given. */
  stillOpen: string[];
  recipients: { kind: DeliveryKind; name: string | null }[];
};

/** Everything that would be given, with the two proofs, as staff look at it before they approve. */
export async function checkPictures(
  app: App,
  actor: StaffActor,
  { requestId }: { requestId: string },
): Promise<Outcome<Checking, { code: 'not-found' | 'wrong-step' }>> {
  const material = await readReleaseMaterial(app.db, app, requestId);
  if (!material) return refuse({ code: 'not-found' });
  const { known, request, items } = material;
  const standing = await standingOf(app.db, app, requestId);
  const scope = releaseScope(items, { onTheRoad: new Set(), allowed: new Set(items.map(({ id }) => id)) });
  const isChecking = scope.releasing.length > 0;
  // Before anything is ready, everything that came is shown.
  const shown = isChecking ? goingStudies(material, scope) : material.studies;
  const studies = shown.filter(({ held, absent }) => held.length + absent.length > 0);
  if (!known || studies.length === 0) return refuse({ code: 'wrong-step' });
  await accountForView(app, actor, 'pictures.checked', requestId, {
    matches: studies.map(({ matchId }) => matchId),
    objects: studies.reduce((sum, { held }) => sum + held.length, 0),
  });
  const proof = patientProof(material, studies.map(asGiven));
  const counts = releaseCounts(studies.map(matchedStudy));
  const missing = counts.exams.flatMap((exam) => exam.missing);
  const reports = items.some(({ attachedReports }) => attachedReports.length > 0) || counts.given.reports > 0;
  const fetched = studies.every(({ retrieval }) => retrieval === 'done');
  const allowed = items.every(({ id, state }) => state !== 'checking' || standing.allowed.has(id));
  // Before anything is ready nothing is left for later.
  const open = isChecking ? scope.stillOpen : [];
  const [name] = known.names;
  return ok({
    reference: request.reference,
    patientName: name ? `${name.givenName} ${name.familyName}` : '',
    exams: await checkedExams(app, material, studies, new Set(proof.differing.map(({ instanceId }) => instanceId))),
    onePatient: proof,
    complete: {
      ok: missing.length === 0,
      listed: counts.listed,
      given: counts.given,
      missing,
      askedAgain: studies.every((study) => study.askedAgain || !hasGap(study)),
    },
    reportIncluded: reports,
    ready:
      proof.ok &&
      isChecking &&
      !scope.waitsForEarlier &&
      fetched &&
      allowed &&
      standing.identityProved &&
      standing.authorityShown,
    stillOpen: items.flatMap(({ id, examType }) => (open.includes(id) ? [examWords(examType, 'en')] : [])),
    recipients: await readRecipients(app, requestId),
  });
}

async function checkedExams(
  app: App,
  { items }: ReleaseMaterial,
  studies: readonly MaterialStudy[],
  differing: ReadonlySet<string>,
): Promise<CheckedExam[]> {
  const reports = await readReports(
    app,
    studies.flatMap(({ held }) => held),
  );
  const withReports = new Set<string>();
  let ordinal = 0;
  const exams: CheckedExam[] = [];
  for (const study of studies) {
    const item = items.find(({ id }) => id === study.examItemId);
    const isFirst = !withReports.has(study.examItemId);
    withReports.add(study.examItemId);
    // The desk reads English; the manifest is labelled in the requester's language.
    const label = itemLabels('en');
    exams.push({
      examItemId: study.examItemId,
      matchId: study.matchId,
      // What was asked beside what the study says it is: a thyroid study under "Pelvis scan" must catch the eye.
      label: [examWords(item?.examType ?? 'other', 'en'), study.study.description].filter(Boolean).join(' · '),
      studyDate: studyDateOf(study),
      counts: countsOfStudy(study),
      items: inOrder(study.held).map((object) => {
        const viewed = { ...givenObject(object), label: label(object.kind) };
        const view = viewItem(viewed, ordinal, reportOf(object, reports));
        ordinal += 1;
        return checkedItem(view, object, study.given, !differing.has(object.instanceId));
      }),
      certainImages: item?.certainImages ?? null,
      quarantined: await readQuarantined(app, study.matchId),
      attachedReports: (isFirst ? (item?.attachedReports ?? []) : []).map((report) => ({
        id: report.id,
        sizeBytes: report.sizeBytes,
        attachedAt: report.attachedAt.toISOString(),
      })),
    });
  }
  return exams;
}

function inOrder(held: readonly MaterialObject[]): MaterialObject[] {
  return held
    .map((object) => ({ object, given: givenObject(object) }))
    .sort((a, b) => bySeriesAndNumber(a.given, b.given))
    .map(({ object }) => object);
}

function checkedItem(view: ViewItem, object: MaterialObject, given: GivenPart, samePatient: boolean): CheckedItem {
  const identity = identityOf(object);
  return {
    ...view,
    instanceId: object.instanceId,
    headerName: nameInWords(identity.patientName),
    headerBirthDate: identity.patientBirthDate,
    headerMrn: identity.patientId,
    samePatient,
    sopInstanceUid: object.sopInstanceUid,
    given: isGiven(given, object.sopInstanceUid),
    denied: given.denied.has(object.sopInstanceUid),
    flags: object.flags,
  };
}

/** A PN value as people read it; the ideographic spelling where there is no other. */
function nameInWords(value: string | null): string | null {
  const { alphabetic, ideographic, phonetic } = personName(value ?? '');
  const parts = alphabetic ?? ideographic ?? phonetic;
  if (!parts) return null;
  const { prefix, given, middle, family, suffix } = parts;
  return [prefix, given, middle, family, suffix].filter(Boolean).join(' ');
}

async function readQuarantined(app: App, matchId: string): Promise<CheckedExam['quarantined']> {
  const rows = await app.db
    .selectFrom('quarantine')
    .select(['reason', 'detail', 'size_bytes'])
    .where('match_id', '=', matchId)
    .where('facility_id', '=', app.facilityId)
    .orderBy('quarantined_at')
    .execute();
  return rows.map(({ reason, detail, size_bytes }) => ({ reason, detail, sizeBytes: size_bytes }));
}

async function readRecipients(app: App, accessRequestId: string): Promise<Checking['recipients']> {
  const rows = await app.db
    .selectFrom('asked_delivery')
    .select(['kind', 'recipient'])
    .where('access_request_id', '=', accessRequestId)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ kind, recipient }) => ({ kind, name: recipient.name ?? null }));
}
