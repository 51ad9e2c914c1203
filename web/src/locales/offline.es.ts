export const offlineEs = {
  title: 'Sus imágenes',
  mrn: 'Número {mrn}',
  'no-name': 'Los archivos no dicen el nombre',
  'no-date': 'Los archivos no dicen la fecha',
  overview: 'Todos los exámenes',
  'exams-here': 'Exámenes en esta copia',
  people: { one: '{count} persona', other: 'Imágenes de {count} personas' },
  'choose-exam': 'Elija un examen para ver sus imágenes, videos e informes.',
  born: 'Fecha de nacimiento: {day}',
  'for-a-doctor': {
    one: 'Para un médico: {count} archivo DICOM original en la carpeta {folder}, con la lista en el archivo DICOMDIR. Lo abre cualquier visor DICOM u hospital.',
    other:
      'Para un médico: {count} archivos DICOM originales en la carpeta {folder}, con la lista en el archivo DICOMDIR. Los abre cualquier visor DICOM u hospital.',
  },
  private: 'Son datos de salud privados. Esta página funciona sin internet y no envía nada a ninguna parte.',
  'made-by': 'Copia hecha por {facility} el {day}.',
  'made-on': 'Copia hecha el {day}.',
  'part-disc': 'Este es el disco {number} de {of}. Cada uno se abre solo y contiene otras imágenes.',
  'part-stick': 'Esta es la memoria {number} de {of}. Cada una se abre sola y contiene otras imágenes.',
  reference: 'Solicitud',
} as const;
