import type { FeeRefusal } from './fee.ts';
import type { AcceptanceRefusal, ChargedWorkRefusal, QuoteChangeRefusal } from './fee-agreement.ts';
import type { MoneyHoldRefusal } from './fee-hold.ts';
import type { FeeReason, FeeReasonKind } from './fee-reason.ts';
import type { PriceRefusal } from './fee-schedule-check.ts';
import type { FeeLineRefusal } from './fee-typed-line.ts';
import type { WaiverRefusal } from './fee-waiver.ts';
import { money } from './letters/wording.ts';

type FeeLanguage = 'en' | 'es';
type InEach = Readonly<Record<FeeLanguage, string>>;

export type FeeProblem =
  | FeeRefusal
  | PriceRefusal
  | FeeLineRefusal
  | AcceptanceRefusal
  | ChargedWorkRefusal
  | QuoteChangeRefusal
  | WaiverRefusal
  | MoneyHoldRefusal;

/** One step of a fee as a sentence for patient and staff. Names of amounts in braces come from the reason's inputs. */
export function feeReasonWords(reason: FeeReason, language: FeeLanguage): string {
  return reason.inputs.reduce(
    (sentence, { name, value }) =>
      sentence.replace(`{${name}}`, name.endsWith('-cents') ? money(Number(value), language, reason.currency) : value),
    reasons[reason.kind][language],
  );
}

/** Why staff can not do what they tried, and what holds instead. */
export function feeProblemWords(code: FeeProblem['code'], language: FeeLanguage): string {
  return problems[code][language];
}

const reasons: Readonly<Record<FeeReasonKind, InEach>> = {
  'no-hands': {
    en: 'Looking at your pictures and downloading them is free. So is a link that works by itself.',
    es: 'Ver sus imágenes y descargarlas es gratis. También lo es un enlace que funciona por sí solo.',
  },
  treatment: {
    en: 'A copy that goes to another doctor for your care is free.',
    es: 'La copia que va a otro médico para su atención es gratis.',
  },
  'free-first-copy': { en: 'By law, your first copy is free.', es: 'Por ley, su primera copia es gratis.' },
  'free-electronic-copy': {
    en: 'By law, an electronic copy is free here.',
    es: 'Por ley, aquí la copia electrónica es gratis.',
  },
  'free-benefit-claim': {
    en: 'A copy for a benefits claim or appeal is free if you show us the claim.',
    es: 'La copia para pedir o apelar un beneficio es gratis si nos muestra la solicitud.',
  },
  'free-inspection': { en: 'Looking at your record is free.', es: 'Ver su expediente es gratis.' },
  'free-cannot-pay': {
    en: 'You get your copy even if you cannot pay. Tell us, and it is free.',
    es: 'Usted recibe su copia aunque no pueda pagar. Díganoslo y será gratis.',
  },
  waived: { en: 'We let this fee go. You pay nothing.', es: 'No cobramos esta copia. Usted no paga nada.' },
  flat: {
    en: 'We charge one flat fee. It covers the work, the disc or stick, and the postage. It may not be more than {cap-cents}.',
    es: 'Cobramos una tarifa única. Incluye el trabajo, el disco o la memoria USB y el envío. No puede pasar de {cap-cents}.',
  },
  actual: {
    en: 'We charge what the copy costs us: the time to copy, the disc, stick or paper, and postage. The time to find your pictures is never charged.',
    es: 'Cobramos lo que nos cuesta la copia: el tiempo de copiar, el disco, la memoria USB o el papel, y el envío. El tiempo de buscar sus imágenes nunca se cobra.',
  },
  average: {
    en: 'We charge the time that such a copy takes on average, the disc, stick or paper, and postage.',
    es: 'Cobramos el tiempo que toma en promedio una copia así, el disco, la memoria USB o el papel, y el envío.',
  },
  'lower-than-flat': {
    en: 'The real cost is lower than our flat fee. You pay the lower one.',
    es: 'El costo real es menor que nuestra tarifa única. Usted paga el menor.',
  },
  unusual: {
    en: 'This request is unusual. We told you before that we would charge the real cost.',
    es: 'Esta solicitud no es común. Le avisamos antes que cobraríamos el costo real.',
  },
  'no-flat-for-hard-copy': {
    en: 'There is no flat fee for prints and paper. You pay what they cost.',
    es: 'No hay tarifa única para impresiones y papel. Usted paga lo que cuestan.',
  },
  'third-party': {
    en: 'This copy goes to someone else. It never costs more than it costs us to make.',
    es: 'Esta copia va a otra persona. Nunca cuesta más de lo que nos cuesta hacerla.',
  },
  ceiling: {
    en: 'The law allows at most {at-most-cents} for this. We charge no more.',
    es: 'La ley permite como máximo {at-most-cents} por esto. No cobramos más.',
  },
  promise: {
    en: 'We promise that nobody pays more than {at-most-cents} for one request.',
    es: 'Prometemos que nadie paga más de {at-most-cents} por una solicitud.',
  },
  estimate: {
    en: 'This is our best guess. The fee may go down. It can go up only if we ask you and you say yes.',
    es: 'Este es un cálculo aproximado. La tarifa puede bajar. Solo puede subir si le preguntamos y usted dice que sí.',
  },
};

const problems: Readonly<Record<FeeProblem['code'], InEach>> = {
  'flat-over-cap': {
    en: 'A flat fee may not be more than the law allows.',
    es: 'La tarifa única no puede pasar de lo que permite la ley.',
  },
  'method-not-in-force': {
    en: 'The law does not allow this way of charging.',
    es: 'La ley no permite esta forma de cobrar.',
  },
  'average-without-basis': {
    en: 'Say how the average was found, and on which day.',
    es: 'Diga cómo se calculó el promedio y en qué fecha.',
  },
  'price-per-image': {
    en: 'Pictures kept electronically have no price per picture.',
    es: 'Las imágenes electrónicas no tienen precio por imagen.',
  },
  'price-per-page-not-on-paper': {
    en: 'A price per page is only for records kept on paper.',
    es: 'El precio por página es solo para expedientes en papel.',
  },
  'never-charged': { en: 'This is never charged to the patient.', es: 'Esto nunca se cobra al paciente.' },
  'line-never-charged': { en: 'This is never charged to the patient.', es: 'Esto nunca se cobra al paciente.' },
  'flat-is-all-in': {
    en: 'The flat fee includes everything. Nothing is added to it.',
    es: 'La tarifa única lo incluye todo. No se le agrega nada.',
  },
  'not-whole-cents-or-minutes': {
    en: 'Use whole cents and whole minutes, not below zero.',
    es: 'Use centavos y minutos enteros, no menores que cero.',
  },
  'sheets-missing': { en: 'Say how many sheets there are.', es: 'Diga cuántas hojas son.' },
  'summary-not-agreed': {
    en: 'The person must agree to a summary and to its price first.',
    es: 'La persona debe aceptar antes el resumen y su precio.',
  },
  'unusual-not-said-before': {
    en: 'You may charge the real cost only if you said so before.',
    es: 'Solo puede cobrar el costo real si lo avisó antes.',
  },
  'directive-is-electronic-only': {
    en: 'This instruction covers an electronic copy only. Offer that, or prints to the patient, or the authorization form.',
    es: 'Esta instrucción cubre solo una copia electrónica. Ofrezca esa copia, o impresiones para el paciente, o el formulario de autorización.',
  },
  'notice-missing': {
    en: 'Tell the person the fee before the work starts.',
    es: 'Diga la tarifa a la persona antes de empezar el trabajo.',
  },
  'not-accepted': {
    en: 'The person has not said yes to the fee. The free ways can go now, and the due date does not move.',
    es: 'La persona no ha aceptado la tarifa. Lo gratuito puede entregarse ya, y la fecha límite no cambia.',
  },
  'other-amount': {
    en: 'The person said yes to another amount.',
    es: 'La persona aceptó otra cantidad.',
  },
  'accepted-before-notice': {
    en: 'A yes counts only after the notice.',
    es: 'Un sí cuenta solo después del aviso.',
  },
  'rise-needs-notice-and-agreement': {
    en: 'The fee can go up only after a new notice and a new yes. The work goes on at the fee that was agreed.',
    es: 'La tarifa solo puede subir con un nuevo aviso y un nuevo sí. El trabajo sigue con la tarifa aceptada.',
  },
  'reason-missing': { en: 'Say why the fee is let go.', es: 'Diga por qué no se cobra.' },
  'who-missing': { en: 'Say who let the fee go.', es: 'Diga quién decidió no cobrar.' },
  'copies-not-withheld-for-unpaid-care': {
    en: 'Copies may not be withheld for unpaid care.',
    es: 'No se puede retener una copia por atención sin pagar.',
  },
  'copies-not-withheld-for-earlier-fee': {
    en: 'Copies may not be withheld for the fee of an earlier copy.',
    es: 'No se puede retener una copia por la tarifa de una copia anterior.',
  },
  'fee-not-asked-first': {
    en: 'The copy is given first. The fee is billed with it.',
    es: 'Primero se entrega la copia. La tarifa se cobra con ella.',
  },
  'free-view-not-open': {
    en: 'Open the free view first. Only then may you ask for the fee before the copy.',
    es: 'Primero abra la vista gratuita. Solo entonces puede pedir la tarifa antes de la copia.',
  },
  'cannot-pay': {
    en: 'The person cannot pay. Let the fee go and give the copy.',
    es: 'La persona no puede pagar. No cobre y entregue la copia.',
  },
};
