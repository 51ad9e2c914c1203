import type { OfflinePatient, OfflineViewerData } from '@echoback/server/contract';
import { dateWords } from '../locales/dates.ts';
import { offlineText } from '../locales/offline.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';

/** "Born March 14, 1988 · Number 4471": what tells two people of one name apart. */
export function usePatientLine(createdOn: OfflineViewerData['createdOn']): (patient: OfflinePatient) => string {
  const t = useText(offlineText);
  const { language } = useLanguage();
  const { plainDay } = dateWords(language, 'UTC', createdOn);
  return ({ birthDate, mrn }) =>
    [birthDate && t('born', { day: plainDay(birthDate) }), mrn && t('mrn', { mrn })].filter(Boolean).join(' · ');
}
