export const offlineEs = {
  title: 'Sus imágenes',
  born: 'Fecha de nacimiento: {day}',
  'for-a-doctor': {
    one: 'Para un médico: {count} archivo DICOM original en la carpeta {folder}, con la lista en el archivo DICOMDIR. Lo abre cualquier visor DICOM u hospital.',
    other:
      'Para un médico: {count} archivos DICOM originales en la carpeta {folder}, con la lista en el archivo DICOMDIR. Los abre cualquier visor DICOM u hospital.',
  },
  private: 'Son datos de salud privados. Esta página funciona sin internet y no envía nada a ninguna parte.',
  'made-by': 'Copia hecha por {facility} el {day}.',
  reference: 'Solicitud',
} as const;
