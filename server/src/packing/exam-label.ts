import { type InstanceIndex, personName } from '@echoback/dicom-media';
import type { Language } from '../releases/exam-words.ts';

/** What an exam of each modality (PS3.3 C.7.3.1.1.1) is called by people. */
const modalities: Readonly<Record<string, { en: string; es: string }>> = {
  US: { en: 'Ultrasound scan', es: 'Ecografía' },
  IVUS: { en: 'Ultrasound scan of vessels', es: 'Ecografía de vasos' },
  CT: { en: 'CT scan', es: 'Tomografía' },
  MR: { en: 'MRI scan', es: 'Resonancia magnética' },
  CR: { en: 'X-ray', es: 'Radiografía' },
  DX: { en: 'X-ray', es: 'Radiografía' },
  XA: { en: 'Angiogram', es: 'Angiografía' },
  RF: { en: 'Fluoroscopy', es: 'Fluoroscopia' },
  MG: { en: 'Mammogram', es: 'Mamografía' },
  PT: { en: 'PET scan', es: 'PET' },
  NM: { en: 'Nuclear medicine scan', es: 'Gammagrafía' },
  ECG: { en: 'Heart tracing', es: 'Electrocardiograma' },
  ES: { en: 'Endoscopy', es: 'Endoscopia' },
  OP: { en: 'Eye picture', es: 'Imagen del ojo' },
};
const anyExam = { en: 'Exam', es: 'Examen' };

const LONGEST_LABEL = 60;

/**
 * The exam's own description, or the kind of machine where it has none. It ends up in file names, so a description that
 * holds a part of the patient's name or number is not used.
 */
export function examLabel(objects: readonly InstanceIndex[], language: Language): string {
  const first = objects.find(({ studyDescription }) => studyDescription);
  const description = (first?.studyDescription ?? '').replaceAll(/[\s^_]+/g, ' ').trim();
  const isUsable = /[\p{L}]{2}/u.test(description) && !objects.some((object) => names(description, object));
  if (isUsable) return [...description].slice(0, LONGEST_LABEL).join('').trim();
  const words = objects.map(({ modality = '' }) => modalities[modality]).find((found) => found !== undefined);
  return (words ?? anyExam)[language];
}

const SHORTEST_NAME = 3;

function names(description: string, { patientName = '', patientId = '' }: InstanceIndex): boolean {
  const text = description.toUpperCase();
  const { alphabetic, ideographic, phonetic } = personName(patientName);
  const parts = [alphabetic, ideographic, phonetic].flatMap((name) => [name?.family ?? '', name?.given ?? '']);
  return [...parts.flatMap((part) => part.split(' ')), patientId].some(
    (part) => part.length >= SHORTEST_NAME && text.includes(part.toUpperCase()),
  );
}
