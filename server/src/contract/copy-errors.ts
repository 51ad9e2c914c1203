import type { ErrorEntry } from './error-entry.ts';

/** Refusals about making a copy: to share, to print, on a medium. */
export const copyErrors = {
  'needs-box': {
    status: 409,
    say: {
      en: 'This picture does not say where its writing ends.',
      es: 'Esta imagen no dice dónde termina lo escrito.',
    },
    next: { en: 'Draw a box around the part to keep.', es: 'Marque con un cuadro la parte que se queda.' },
  },
  'not-share-safe': {
    status: 409,
    say: {
      en: 'The check found something of the person in this copy, so it is not given.',
      es: 'La revisión encontró algo de la persona en esta copia, por eso no se entrega.',
    },
    next: { en: 'Draw a smaller box, or choose another picture.', es: 'Marque un cuadro menor o elija otra imagen.' },
  },
  'nothing-to-print': {
    status: 409,
    say: {
      en: 'There is no picture here that can be printed.',
      es: 'Aquí no hay ninguna imagen que se pueda imprimir.',
    },
    next: { en: 'The reports can be printed from their own pages.', es: 'Los informes se imprimen desde sus páginas.' },
  },
  'larger-than-medium': {
    status: 409,
    say: {
      en: 'One file alone is larger than this disc or stick.',
      es: 'Un solo archivo es mayor que este disco o memoria.',
    },
    next: { en: 'Choose a larger one.', es: 'Elija uno más grande.' },
  },
  'too-large-for-disc': {
    status: 409,
    say: {
      en: 'A clip in this package is larger than a disc image can hold (4 GB).',
      es: 'Un video de este paquete es mayor de lo que cabe en una imagen de disco (4 GB).',
    },
    next: {
      en: 'Download the ZIP and copy it to a stick.',
      es: 'Descargue el ZIP y cópielo a una memoria USB.',
    },
  },
  'still-preparing': {
    status: 409,
    say: { en: 'The copy is still being made.', es: 'La copia todavía se está preparando.' },
    next: {
      en: 'It takes about a minute. This page tells you when.',
      es: 'Tarda más o menos un minuto. Esta página le avisará.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
