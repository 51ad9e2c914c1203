/** Names of the packs and notes beside their periods, by the very words of the packs. */
export const lawTitlesEn = {
  'United States: right of access under HIPAA': 'United States: right of access under HIPAA',
  'European Union: right of access under the GDPR': 'European Union: right of access under the GDPR',
  Alabama: 'Alabama',
  California: 'California',
  Florida: 'Florida',
  Georgia: 'Georgia',
  Illinois: 'Illinois',
  Kentucky: 'Kentucky',
  Louisiana: 'Louisiana',
  Maryland: 'Maryland',
  Massachusetts: 'Massachusetts',
  Michigan: 'Michigan',
  Mississippi: 'Mississippi',
  Montana: 'Montana',
  Nebraska: 'Nebraska',
  Nevada: 'Nevada',
  'New York': 'New York',
  'North Carolina': 'North Carolina',
  Ohio: 'Ohio',
  'Rhode Island': 'Rhode Island',
  Tennessee: 'Tennessee',
  Texas: 'Texas',
  Virginia: 'Virginia',
  Washington: 'Washington',
  Wisconsin: 'Wisconsin',
  'The free copy for a claim or appeal is due in 30 days; the 15 days are stricter.':
    'The free copy for a claim or appeal is due in 30 days; the 15 days are stricter.',
  'Given in electronic form if held so. The electronic price, media included, lies above the patient rate.':
    'Given in electronic form if held so. The electronic price, media included, lies above the patient rate.',
  'The page ceiling is not for X-rays.': 'The page ceiling is not for X-rays.',
  'Denials may be taken to the state’s review committee.': 'Denials may be taken to the state’s review committee.',
  'The record is all data from care, wherever it is stored.':
    'The record is all data from care, wherever it is stored.',
  'A summary is no substitute for the record.': 'A summary is no substitute for the record.',
  'Says so if the record does not exist or cannot be found. Page and retrieval ceilings lie above the patient rate.':
    'Says so if the record does not exist or cannot be found. Page and retrieval ceilings lie above the patient rate.',
  'In electronic form; the exceptions of 45 CFR 164.524 apply.':
    'In electronic form; the exceptions of 45 CFR 164.524 apply.',
  'A denial is written, with its reasons and where to complain.':
    'A denial is written, with its reasons and where to complain.',
  'Says if there is no record, if it was not found, or who holds it. Ceilings of WAC 246-08-400 count where lower.':
    'Says if there is no record, if it was not found, or who holds it. Ceilings of WAC 246-08-400 count where lower.',
  'Free for the patient and a person whom the patient authorised. The price per image of film is the state’s.':
    'Free for the patient and a person whom the patient authorised. The price per image of film is the state’s.',
  'The first copy of a medical record is free whatever the reason for asking: CJEU C-307/22 (2023).':
    'The first copy of a medical record is free whatever the reason for asking: CJEU C-307/22 (2023).',
} as const;
