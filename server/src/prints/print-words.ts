import type { Language } from '../releases/exam-words.ts';

type Words = {
  title: string;
  /** To somebody who listens: what the picture is. */
  alt: (label: string, examLabel: string) => string;
  clip: (label: string) => string;
  page: (page: number, pages: number) => string;
  ruler: (ratio: string) => string;
  life: string;
  notLife: string;
};

const words: Record<Language, Words> = {
  en: {
    title: 'Pictures to print',
    alt: (label, examLabel) => `${label} of the ${examLabel}: an ultrasound picture.`,
    clip: (label) => `${label}, one frame of it`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    ruler: (ratio) => `Ruler in centimetres of the scan: 1 cm there is ${ratio} cm on this paper, printed at 100 %.`,
    life: 'Life size: 1 cm on the ruler is 1 cm in the scan, if printed at 100 %.',
    notLife: 'Too large for this paper in life size, so it is made smaller.',
  },
  es: {
    title: 'Imágenes para imprimir',
    alt: (label, examLabel) => `${label} de ${examLabel}: una imagen de ultrasonido.`,
    clip: (label) => `${label}, un cuadro`,
    page: (page, pages) => `Página ${page} de ${pages}`,
    ruler: (ratio) => `Regla en centímetros del examen: 1 cm allí es ${ratio} cm en este papel, impreso al 100 %.`,
    life: 'Tamaño real: 1 cm de la regla es 1 cm en el examen, si se imprime al 100 %.',
    notLife: 'En tamaño real no cabe en este papel, por eso es más pequeña.',
  },
};

export function printWords(language: Language): Words {
  return words[language];
}
