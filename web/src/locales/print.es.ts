import type { printEn } from './print.en.ts';

export const printEs: Record<keyof typeof printEn, string> = {
  print: 'Imprimir',
  title: 'Imprimir las imágenes',
  form: 'Cómo en el papel',
  'form-page': 'Una por página',
  'form-page-help': 'Tan grande como quepa. Si la imagen dice su escala, lleva una regla al lado.',
  'form-life': 'Una por página, tamaño real',
  'form-life-help': 'Tan grande como en el cuerpo, si la imagen dice su escala. Imprima al 100 %.',
  'form-sheet': 'Hoja de contactos',
  'form-sheet-help': 'Doce imágenes pequeñas por página.',
  paper: 'Papel',
  'paper-letter': 'Carta',
  'paper-a4': 'A4',
  named: 'Nombre y fecha en cada página',
  'named-help': 'Sin esto, lo que la máquina escribió en la imagen sigue ahí.',
  open: 'Abrir el PDF',
};
