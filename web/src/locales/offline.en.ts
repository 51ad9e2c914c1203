export const offlineEn = {
  title: 'Your pictures',
  born: 'Born {day}',
  'for-a-doctor': {
    one: 'For a doctor: {count} untouched DICOM file in the folder {folder}, listed by the file DICOMDIR. Any DICOM viewer or hospital opens it.',
    other:
      'For a doctor: {count} untouched DICOM files in the folder {folder}, listed by the file DICOMDIR. Any DICOM viewer or hospital opens them.',
  },
  private: 'These are private health records. This page works without the internet and sends nothing anywhere.',
  'made-by': 'Made by {facility} on {day}.',
  reference: 'Request',
} as const;
