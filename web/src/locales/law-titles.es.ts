import type { lawTitlesEn } from './law-titles.en.ts';
import type { Entry } from './text.ts';

export const lawTitlesEs: { readonly [K in keyof typeof lawTitlesEn]: Entry } = {
  'United States: right of access under HIPAA': 'Estados Unidos: derecho de acceso según HIPAA',
  'European Union: right of access under the GDPR': 'Unión Europea: derecho de acceso según el RGPD',
  Alabama: 'Alabama',
  California: 'California',
  Florida: 'Florida',
  Georgia: 'Georgia',
  Illinois: 'Illinois',
  Kentucky: 'Kentucky',
  Louisiana: 'Luisiana',
  Maryland: 'Maryland',
  Massachusetts: 'Massachusetts',
  Michigan: 'Míchigan',
  Mississippi: 'Misisipi',
  Montana: 'Montana',
  Nebraska: 'Nebraska',
  Nevada: 'Nevada',
  'New York': 'Nueva York',
  'North Carolina': 'Carolina del Norte',
  Ohio: 'Ohio',
  'Rhode Island': 'Rhode Island',
  Tennessee: 'Tennessee',
  Texas: 'Texas',
  Virginia: 'Virginia',
  Washington: 'Washington',
  Wisconsin: 'Wisconsin',
  'The free copy for a claim or appeal is due in 30 days; the 15 days are stricter.':
    'La copia gratis para un reclamo o apelación se debe dar en 30 días; los 15 días son más estrictos.',
  'Given in electronic form if held so. The electronic price, media included, lies above the patient rate.':
    'Se da en forma electrónica si así se guarda. El precio electrónico, con el disco, es mayor que la tarifa del paciente.',
  'The page ceiling is not for X-rays.': 'El máximo por página no vale para radiografías.',
  'Denials may be taken to the state’s review committee.':
    'Una negativa se puede llevar al comité de revisión del estado.',
  'The record is all data from care, wherever it is stored.':
    'El registro es todo dato de la atención, esté donde esté.',
  'A summary is no substitute for the record.': 'Un resumen no reemplaza el registro.',
  'Says so if the record does not exist or cannot be found. Page and retrieval ceilings lie above the patient rate.':
    'Se dice si el registro no existe o no se encuentra. Los máximos por página y por búsqueda son mayores que la tarifa del paciente.',
  'In electronic form; the exceptions of 45 CFR 164.524 apply.':
    'En forma electrónica; valen las excepciones de 45 CFR 164.524.',
  'A denial is written, with its reasons and where to complain.':
    'La negativa va por escrito, con sus razones y dónde quejarse.',
  'Says if there is no record, if it was not found, or who holds it. Ceilings of WAC 246-08-400 count where lower.':
    'Se dice si no hay registro, si no se encontró o quién lo tiene. Los máximos de WAC 246-08-400 valen donde son menores.',
  'Free for the patient and a person whom the patient authorised. The price per image of film is the state’s.':
    'Gratis para el paciente y para quien el paciente autorizó. El precio por imagen en película es el del estado.',
  'The first copy of a medical record is free whatever the reason for asking: CJEU C-307/22 (2023).':
    'La primera copia de un registro médico es gratis sea cual sea la razón: TJUE C-307/22 (2023).',
};
