import type { LetterLanguage } from './bilingual.ts';

/**
 * What stands in words beside or instead of a section number. Names of codes, courts and registers stay as they are, so that
 * a clause can be looked up. A phrase that begins like another one stands before it.
 */
const phrases: readonly (readonly [en: string, es: string])[] = [
  [
    'HHS FAQ 2061: unencrypted e-mail is a right after a warning',
    'preguntas frecuentes (FAQ) 2061 del HHS: el correo sin cifrar es un derecho después de un aviso',
  ],
  ['HHS FAQ 2029 and 2030', 'preguntas frecuentes (FAQ) 2029 y 2030 del HHS'],
  [
    'HHS FAQ on apps: the choice is the individual’s',
    'preguntas frecuentes (FAQ) del HHS sobre aplicaciones: la persona elige',
  ],
  [
    'HHS FAQ: a bill for care never holds a copy',
    'preguntas frecuentes (FAQ) del HHS: una cuenta por la atención nunca detiene una copia',
  ],
  ['HHS FAQ', 'preguntas frecuentes (FAQ) del HHS'],
  ['HealthIT.gov FAQ: delay as interference', 'preguntas frecuentes (FAQ) de HealthIT.gov: demorar es interferir'],
  [
    'HHS guidance on access: a portal is not the only door',
    'guía del HHS sobre el acceso: un portal no es la única puerta',
  ],
  ['HHS guidance on access: no reason is asked for', 'guía del HHS sobre el acceso: no se pide la razón'],
  [
    'HHS guidance on access: neither post nor portal alone',
    'guía del HHS sobre el acceso: ni solo correo ni solo portal',
  ],
  ['HHS guidance on access', 'guía del HHS sobre el acceso'],
  ['HHS guidance: looking and downloading are free', 'guía del HHS: ver y descargar es gratis'],
  ['HHS guidance: search is never charged', 'guía del HHS: la búsqueda nunca se cobra'],
  ['HHS guidance: retrieval is never charged', 'guía del HHS: traer las imágenes nunca se cobra'],
  ['HHS guidance: verifying identity is never charged', 'guía del HHS: ver quién es la persona nunca se cobra'],
  ['HHS guidance: reviewing the request is never charged', 'guía del HHS: revisar la solicitud nunca se cobra'],
  [
    'HHS guidance: checking for the right patient is never charged',
    'guía del HHS: ver que es el paciente correcto nunca se cobra',
  ],
  ['HHS guidance: segregating records is never charged', 'guía del HHS: separar registros nunca se cobra'],
  ['HHS guidance: documentation is never charged', 'guía del HHS: documentar nunca se cobra'],
  ['HHS guidance: handling a request is never charged', 'guía del HHS: atender una solicitud nunca se cobra'],
  [
    'HHS guidance: systems and their upkeep are never charged',
    'guía del HHS: los sistemas y su cuidado nunca se cobran',
  ],
  ['HHS guidance: storage is never charged', 'guía del HHS: guardar nunca se cobra'],
  ['HHS guidance: licences and capital are never charged', 'guía del HHS: las licencias y el capital nunca se cobran'],
  [
    'HHS guidance: software to look at the copy is never charged',
    'guía del HHS: el programa para ver la copia nunca se cobra',
  ],
  ['HHS guidance: a vendor’s mark-up is never charged', 'guía del HHS: la ganancia de un proveedor nunca se cobra'],
  [
    'HHS guidance: a bill for care never holds or raises a copy',
    'guía del HHS: una cuenta por la atención nunca detiene ni encarece una copia',
  ],
  [
    'HHS guidance: the fee for an earlier copy never holds or raises this one',
    'guía del HHS: el cargo por una copia anterior nunca detiene ni encarece esta',
  ],
  ['HHS guidance: emotional harm is no ground', 'guía del HHS: el daño emocional no es razón'],
  ['HHS guidance', 'guía del HHS'],
  ['OCR letter of 2025-12-03', 'carta de la OCR del 2025-12-03'],
  ['nothing is charged for electronic access', 'el acceso electrónico no se cobra'],
  [
    'no price per image on pictures held electronically',
    'sin precio por imagen en imágenes guardadas electrónicamente',
  ],
  [
    'lists copying, supplies, postage and an agreed summary, and nothing else',
    'nombra copiar, materiales, correo y un resumen acordado, y nada más',
  ],
  ['no flat fee before the guidance of 2016', 'sin cargo fijo antes de la guía de 2016'],
  [
    'house rule, never longer than the law; breach: ',
    'regla de la casa, nunca más larga que la ley; violación de datos: ',
  ],
  [
    'house rule: nobody meets a deadline that nobody was told of',
    'regla de la casa: nadie cumple un plazo que no conoce',
  ],
  ['house rule: said as what it is', 'regla de la casa: se dice como es'],
  ['house rule: confirmed as what it is', 'regla de la casa: se confirma como es'],
  ['house rule', 'regla de la casa'],
  ['promise of the facility', 'promesa de la institución'],
  ['the days that every state keeps', 'los días feriados de todos los estados'],
  [
    'Kentucky law, 72 hours; the section is to be confirmed with counsel',
    'ley de Kentucky, 72 horas; la sección está por confirmar con un abogado',
  ],
  ['state law', 'ley del estado'],
  [
    ', with the age of consent to care in most states',
    ', con la edad para consentir la atención en la mayoría de los estados',
  ],
  [': not on the list', ': no está en la lista'],
  [': a standing example of interference', ': ejemplo conocido de interferencia'],
  ['(proposed 2021-01-21, not final)', '(propuesta del 2021-01-21, no definitiva)'],
  [': 7 years, and one year past 18', ': 7 años, y un año después de los 18'],
  ['; exceptions ', '; excepciones '],
  ['; fees ', '; cargos '],
  ['(hospitals: ', '(hospitales: '],
  [', second and third sentence', ', frases segunda y tercera'],
  ['GDPR recital 63; EDPB Guidelines 01/2022', 'RGPD, considerando 63; Directrices 01/2022 del CEPD'],
  [
    ': a reasonable fee for further copies, based on administrative costs',
    ': un cargo razonable por más copias, según el costo administrativo',
  ],
  ['Regulation 1182/71', 'Reglamento 1182/71'],
  ['Art. 12(3) and (4)', 'Art. 12(3) y (4)'],
  [', 72 hours', ', 72 horas'],
  ['GDPR', 'RGPD'],
];

/** A citation as a reader of this language can follow it: the section as it is, the words around it translated. */
export function citeIn(cite: string, language: LetterLanguage): string {
  if (language === 'en') return cite;
  return phrases.reduce((said, [en, es]) => said.replaceAll(en, es), cite);
}

/** Every phrase, as a part of the wording that is reviewed. */
export const citePhrases = {
  en: Object.fromEntries(phrases.map(([en], index) => [`cite-${index}`, en])),
  es: Object.fromEntries(phrases.map(([, es], index) => [`cite-${index}`, es])),
};
