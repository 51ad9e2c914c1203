import type { Language } from '../releases/exam-words.ts';

type Words = { name: string; value: string; unit: string; measurements: string; note: string };

const words: Record<Language, Words> = {
  en: {
    name: 'What was measured',
    value: 'Value',
    unit: 'Unit',
    measurements: 'Measurements',
    note: 'Shown word for word, as the record of the exam has it. Ask your doctor what it means.',
  },
  es: {
    name: 'Qué se midió',
    value: 'Valor',
    unit: 'Unidad',
    measurements: 'Mediciones',
    note: 'Se muestra palabra por palabra, como está en el registro del examen. Pregunte a su médico qué significa.',
  },
};

/** What stands around a structured report; its own words stay as the machine wrote them. */
export function reportWords(language: Language): Words {
  return words[language];
}
