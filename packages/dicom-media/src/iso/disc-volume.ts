/** What a disc says of itself. Neither may come from patient data: a label is printed by every operating system. */
export type DiscVolume = {
  /** Up to 16 characters of `A-Z 0-9 _`: the one form that ISO 9660, Joliet and UDF all take. */
  label: string;
  /** `YYYY-MM-DD`; every time stamp on the disc is noon of that day in UTC, so that it is the same day nearly everywhere. */
  createdOn: string;
};

export type VolumeFault = { code: 'bad-label' } | { code: 'bad-date' };

export type Day = { year: number; month: number; day: number };

export const RECORDED_HOUR = 12;

export function volumeFault({ label, createdOn }: DiscVolume): VolumeFault | undefined {
  if (!/^[A-Z0-9_]{1,16}$/.test(label)) return { code: 'bad-label' };
  return dayOf(createdOn) ? undefined : { code: 'bad-date' };
}

/** Years as ECMA-119 9.1.5 counts them: one byte from 1900. */
export function dayOf(createdOn: string): Day | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(createdOn);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number);
  const possible = year >= 1980 && year <= 2155 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return possible ? { year, month, day } : undefined;
}
