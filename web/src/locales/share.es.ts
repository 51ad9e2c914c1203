import type { shareEn } from './share.en.ts';

export const shareEs: Record<keyof typeof shareEn, string> = {
  share: 'Compartir con la familia',
  title: 'Una imagen para compartir',
  about:
    'Se hace una copia sin su nombre, números ni fechas: solo queda el examen y alrededor todo es negro. Lo que alguien escribió dentro del examen también queda, así que mírela bien.',
  opening: 'Haciendo la copia…',
  preview: 'La copia tal como se guardará',
  'one-frame': 'De un video se comparte un cuadro.',
  'by-hand-no-region': 'Esta imagen no dice dónde termina el examen. Marque la parte que se queda.',
  'by-hand-whole-picture': 'Esta imagen cuenta casi todo como examen. Marque la parte que se queda.',
  'by-hand-outside-picture':
    'Esta imagen cambió de tamaño y sus partes no están donde dice. Marque la parte que se queda.',
  'set-part': 'Marcar yo la parte que se queda',
  'draw-how': 'Arrastre sobre la imagen o mueva los lados.',
  left: 'Lado izquierdo',
  top: 'Arriba',
  right: 'Lado derecho',
  bottom: 'Abajo',
  looked: 'Miré toda la imagen: no tiene ningún nombre ni fecha',
  save: 'Guardar la copia',
};
