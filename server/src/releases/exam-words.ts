/** What each type of exam is called in a file name, a letter or on a page: plain words, no abbreviation. */
const words: Record<string, { en: string; es: string }> = {
  pregnancy: { en: 'Pregnancy scan', es: 'Ecografía de embarazo' },
  pelvis: { en: 'Pelvis scan', es: 'Ecografía de pelvis' },
  abdomen: { en: 'Abdomen scan', es: 'Ecografía de abdomen' },
  breast: { en: 'Breast scan', es: 'Ecografía de mama' },
  'neck-thyroid': { en: 'Neck and thyroid scan', es: 'Ecografía de cuello y tiroides' },
  vascular: { en: 'Blood vessel scan', es: 'Ecografía de vasos sanguíneos' },
  heart: { en: 'Heart scan', es: 'Ecografía del corazón' },
  musculoskeletal: { en: 'Muscle and joint scan', es: 'Ecografía de músculos y articulaciones' },
};

const anyExam = { en: 'Ultrasound scan', es: 'Ecografía' };

export type Language = 'en' | 'es';

/** Languages that letters and packages are written in; anything else is answered in English. */
export function writtenLanguage(language: string): Language {
  return language === 'es' ? 'es' : 'en';
}

export function examWords(examType: string, language: Language): string {
  return (words[examType] ?? anyExam)[language];
}
