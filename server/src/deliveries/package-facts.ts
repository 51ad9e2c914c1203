import type { Language } from '../releases/exam-words.ts';
import type { FacilityContact, KindCounts, Manifest } from '../store/records.ts';

/** What the pages of a package tell, gathered once: README, start page and report pages say the same. */
export type PackageFacts = {
  language: Language;
  facility: FacilityContact & { name: string };
  product: { name: string; version: string };
  reference: string;
  /** Day of approval in the facility's time zone. */
  createdOn: string;
  patient: { name: string; birthDate: string };
  manifest: Manifest;
  counts: { listed: KindCounts; given: KindCounts };
};
