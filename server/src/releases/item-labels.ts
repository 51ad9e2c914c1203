import type { InstanceKind } from '../store/records.ts';
import type { Language } from './exam-words.ts';

const words: Record<InstanceKind, { en: string; es: string }> = {
  still: { en: 'Picture', es: 'Imagen' },
  clip: { en: 'Clip', es: 'Video' },
  'structured-report': { en: 'Measurements', es: 'Mediciones' },
  'pdf-report': { en: 'Report', es: 'Informe' },
  'presentation-state': { en: 'Display settings', es: 'Ajustes de pantalla' },
  other: { en: 'Other data', es: 'Otros datos' },
};

/** Names the things of one exam as a person counts them: "Picture 7", "Clip 2". Each kind is counted for itself. */
export function itemLabels(language: Language): (kind: InstanceKind) => string {
  const counted = new Map<InstanceKind, number>();
  return (kind) => {
    const number = (counted.get(kind) ?? 0) + 1;
    counted.set(kind, number);
    return `${words[kind][language]} ${number}`;
  };
}
