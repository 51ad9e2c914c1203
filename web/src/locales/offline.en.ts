export const offlineEn = {
  title: 'Your pictures',
  born: 'Born {day}',
  mrn: 'Number {mrn}',
  'no-name': 'No name in the files',
  'no-date': 'No date in the files',
  overview: 'All exams',
  'exams-here': 'Exams in this copy',
  people: { one: '{count} person', other: 'Pictures of {count} people' },
  'choose-exam': 'Choose an exam to see its pictures, clips and reports.',
  'for-a-doctor': {
    one: 'For a doctor: {count} untouched DICOM file in the folder {folder}, listed by the file DICOMDIR. Any DICOM viewer or hospital opens it.',
    other:
      'For a doctor: {count} untouched DICOM files in the folder {folder}, listed by the file DICOMDIR. Any DICOM viewer or hospital opens them.',
  },
  private: 'These are private health records. This page works without the internet and sends nothing anywhere.',
  'made-by': 'Made by {facility} on {day}.',
  'made-on': 'Copy made on {day}.',
  'part-disc': 'This is disc {number} of {of}. Each opens by itself and holds other pictures.',
  'part-stick': 'This is stick {number} of {of}. Each opens by itself and holds other pictures.',
  reference: 'Request',
} as const;
