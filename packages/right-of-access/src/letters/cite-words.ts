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
  [
    'HHS FAQ 2061: the right address is our duty',
    'preguntas frecuentes (FAQ) 2061 del HHS: la dirección correcta es tarea nuestra',
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
  ['HHS guidance: no unreasonable measure', 'guía del HHS: ninguna medida sin razón'],
  ['HHS guidance: the fee is told in advance', 'guía del HHS: el cargo se dice antes'],
  ['HHS guidance: free ways are offered beside any fee', 'guía del HHS: junto a todo cargo se ofrece algo gratis'],
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
  ['house rule: each exam by itself', 'regla de la casa: cada examen por sí solo'],
  [
    'house rule: film and paper go to somebody else with consent',
    'regla de la casa: película y papel van a otra persona con consentimiento',
  ],
  ['house rule: consent says how long it lasts', 'regla de la casa: el consentimiento dice cuánto dura'],
  [
    'house rule: whoever signs knows who may pass it on',
    'regla de la casa: quien firma sabe quién puede pasarlo a otros',
  ],
  [
    'house rule: warned, still wanted, sent',
    'regla de la casa: sale después del aviso, si la persona todavía lo quiere',
  ],
  ['house rule: an interpreter is free', 'regla de la casa: el intérprete es gratis'],
  ['house rule: the fee is told in advance', 'regla de la casa: el cargo se dice antes'],
  ['house rule: somebody who took no part looks again', 'regla de la casa: lo mira otra persona que no decidió antes'],
  ['house rule: the answer to a review is a letter', 'regla de la casa: la revisión se contesta con una carta'],
  ['house rule: a privacy officer decides', 'regla de la casa: decide la oficina de privacidad'],
  ['house rule: what may come of it is said', 'regla de la casa: se dice lo que puede pasar'],
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
  [': the list is complete', ': la lista es completa'],
  [': the record is wherever it is kept', ': el registro está donde se guarde'],
  [': not on the list', ': no está en la lista'],
  [': a standing example of interference', ': ejemplo conocido de interferencia'],
  ['(proposed 2021-01-21, not final)', '(propuesta del 2021-01-21, no definitiva)'],
  [': 7 years, and one year past 18', ': 7 años, y un año después de los 18'],
  ['; exceptions ', '; excepciones '],
  ['; fees ', '; cargos '],
  ['(hospitals: ', '(hospitales: '],
  [', second and third sentence', ', frases segunda y tercera'],
  [', with law of the Member State', ', con la ley del Estado miembro'],
  ['law of the Member State on representation', 'ley del Estado miembro sobre quién representa'],
  ['law of the Member State on parental responsibility', 'ley del Estado miembro sobre la patria potestad'],
  ['law of the Member State on majority', 'ley del Estado miembro sobre la mayoría de edad'],
  ['law of the Member State on the data of the dead', 'ley del Estado miembro sobre los datos de quien murió'],
  ['law of the Member State', 'ley del Estado miembro'],
  ['Charter of Fundamental Rights', 'Carta de los Derechos Fundamentales'],
  [': exercising the right is made easy', ': ejercer el derecho es fácil'],
  [': whatever is processed, wherever it is kept', ': todo lo que se trata, donde se guarde'],
  [': whether anything is processed', ': si se trata algún dato'],
  [': the first copy is free', ': la primera copia es gratis'],
  [': asking and being told is free', ': pedir y recibir respuesta es gratis'],
  [': a bill for care never holds a copy', ': una cuenta por la atención nunca detiene una copia'],
  [': a commonly used electronic form', ': un formato electrónico de uso común'],
  [': without undue delay', ': sin demora'],
  [': the nature of the breach, in plain words', ': qué pasó, en palabras sencillas'],
  [': what makes the harm smaller', ': lo que hace menor el daño'],
  [': the likely consequences', ': lo que puede pasar'],
  [': the measures taken', ': las medidas tomadas'],
  [': the data protection officer', ': el delegado de protección de datos'],
  ['GDPR recital 63; EDPB Guidelines 01/2022', 'RGPD, considerando 63; Directrices 01/2022 del CEPD'],
  [
    ': a reasonable fee for further copies, based on administrative costs',
    ': un cargo razonable por más copias, según el costo administrativo',
  ],
  ['GDPR recital ', 'RGPD, considerando '],
  [', recital ', ', considerando '],
  ['EDPB Guidelines ', 'Directrices del CEPD '],
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
