import type { Language } from '../releases/exam-words.ts';
import type { AskedCopy } from './make-share-copy.ts';

const endings = { jpeg: 'jpg', png: 'png', mp4: 'mp4', dicom: 'dcm' } as const;

const words = {
  en: { picture: 'ultrasound picture', clip: 'ultrasound clip', zip: 'ultrasound pictures.zip' },
  es: { picture: 'imagen de ecografia', clip: 'video de ecografia', zip: 'imagenes de ecografia.zip' },
} as const satisfies Record<Language, object>;

/**
 * What copies to share are called: neither day nor exam nor number of the record, because a name is shared with the
 * picture. Several are numbered in the order they were asked for; ASCII, so that every unpacker shows the same (S7.10).
 */
export function shareNames(language: Language) {
  const { picture, clip, zip } = words[language];
  const files = (copies: readonly Pick<AskedCopy, 'as'>[]): string[] =>
    copies.map(({ as }, at) => {
      const number = copies.length > 1 ? ` ${String(at + 1).padStart(2, '0')}` : '';
      return `${as === 'mp4' ? clip : picture}${number}.${endings[as]}`;
    });
  return { files, zip };
}
