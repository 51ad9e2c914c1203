import type { InstanceIndex } from '../part10/instance-index.ts';

/** What a PATIENT record does with the ID: nothing, appends to one that two patients share, or makes one up. */
export type RecordPatientId = { suffix?: string; invented?: string };

/**
 * PATIENT records must be unique by Patient ID (PS3.3 F.5.1). Whatever is appended or made up is no other patient's
 * own ID: those of the whole list are known first.
 */
export function patientIdRule(instances: readonly { index: InstanceIndex }[]): (patientId: string) => RecordPatientId {
  const own = new Set(instances.map(({ index }) => index.patientId ?? ''));
  const taken = new Set<string>();
  const free = (prefix: string, first: number): string => {
    let number = first;
    while (own.has(`${prefix}-${number}`) || taken.has(`${prefix}-${number}`)) number++;
    taken.add(`${prefix}-${number}`);
    return `${prefix}-${number}`;
  };
  return (patientId) => {
    if (patientId === '') return { invented: free('UNKNOWN', 1) };
    if (!taken.has(patientId)) {
      taken.add(patientId);
      return {};
    }
    return { suffix: free(patientId, 2).slice(patientId.length) };
  };
}
