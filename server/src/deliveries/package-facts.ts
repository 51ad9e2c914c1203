import type { Language } from '../releases/exam-words.ts';
import type { FacilityContact, KindCounts, Manifest } from '../store/records.ts';

/** Which disc or stick of how many, where a copy needs several. */
export type CopyPart = { kind: 'disc' | 'stick'; number: number; of: number };

/** What the pages of a package tell, gathered once: README, start page and report pages say the same. */
export type PackageFacts = {
  language: Language;
  facility: FacilityContact & { name: string };
  product: { name: string; version: string };
  reference: string;
  /** Day of approval in the facility's time zone. */
  createdOn: string;
  patient: { name: string; birthDate: string };
  /** Of what lies here: of one disc of several, only what is on that one. */
  manifest: Manifest;
  part: CopyPart | null;
  counts: { listed: KindCounts; given: KindCounts };
};
