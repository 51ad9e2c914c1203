/** What a file's place depends on: where its study and series first turn up in a list that keeps its order. */
export type PlacedInstance = { studyInstanceUid: string | undefined; seriesInstanceUid: string | undefined };

/**
 * One file ID for each instance, `DICOM/ST000001/SE000001/IM000001`: upper case, 8 characters a component, nothing of
 * the patient in it (PS3.10 8.2, PS3.12 F.1). The same list always gives the same names.
 */
export function fileIdsFor(instances: readonly PlacedInstance[]): string[] {
  const studies = new Map<string, Map<string, { number: number; files: number }>>();
  const studyNumbers = new Map<string, number>();
  return instances.map(({ studyInstanceUid = '', seriesInstanceUid = '' }) => {
    const series = studies.get(studyInstanceUid) ?? new Map<string, { number: number; files: number }>();
    studies.set(studyInstanceUid, series);
    const studyNumber = studyNumbers.get(studyInstanceUid) ?? studyNumbers.size + 1;
    studyNumbers.set(studyInstanceUid, studyNumber);
    const place = series.get(seriesInstanceUid) ?? { number: series.size + 1, files: 0 };
    series.set(seriesInstanceUid, place);
    place.files += 1;
    return `DICOM/${numbered('ST', studyNumber)}/${numbered('SE', place.number)}/${numbered('IM', place.files)}`;
  });
}

function numbered(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(6, '0')}`;
}

/** PS3.10 8.2: one to eight components of one to eight characters. */
export function isFileId(fileId: string): boolean {
  const components = fileId.split('/');
  return components.length <= 8 && components.every((component) => /^[A-Z0-9_]{1,8}$/.test(component));
}
