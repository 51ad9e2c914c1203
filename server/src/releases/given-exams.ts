import { noObjects } from '@echoback/right-of-access';
import type { StoredFile } from '../store/records.ts';
import type { GivenExam } from './build-manifest.ts';
import { examWords, writtenLanguage } from './exam-words.ts';
import type { MaterialObject } from './held-objects.ts';
import { asGiven, countsOfStudy, type ReleaseMaterial, studyDateOf } from './release-material.ts';
import type { GoingStudy } from './release-scope.ts';

/** The exams of a copy in the order of the request: what of each is in it, and what is missing. */
export function givenExams(
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
