const longestName = 80;

/**
 * Words as part of a file name: ASCII letters, digits, space and `-_.,` only, no leading dot, not a device name of
 * Windows, at most 80 characters (S7.10). Accents are dropped, so that every unpacker shows the same name.
 */
export function nameWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9 \-_.,]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[ .]+/g, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)(?= *(\.|$))/i, '$1-')
    .slice(0, longestName)
    .replaceAll(/[ .]+$/g, '');
}

/**
 * Names for people: `2026-10-28 Pregnancy scan 07.jpg`. The numbers of one day and one kind of exam go on, so that two
 * exams of a day never share a name. No patient data is in them: they show up on screens and shared computers.
 */
export function numberNames(counts: ReadonlyMap<string, number>): (stem: string) => string {
  const used = new Map<string, number>();
  return (stem) => {
    const number = (used.get(stem) ?? 0) + 1;
    used.set(stem, number);
    const digits = Math.max(2, String(counts.get(stem) ?? 0).length);
    return `${stem} ${String(number).padStart(digits, '0')}`;
  };
}

/** What the names of one exam start with. */
export function nameStem(studyDate: string | null, label: string): string {
  return nameWords(studyDate ? `${studyDate} ${label}` : label) || 'Exam';
}

/** `DICOM/ST000001/SE000001/IM000001`: PS3.10 8.2, at most 8 characters of A-Z, 0-9 and _ a component. */
export function dicomFileId(study: number, series: number, instance: number): string {
  return ['DICOM', component('ST', study), component('SE', series), component('IM', instance)].join('/');
}

/** A file for the start page only, with an 8.3 name: `IHE_PDI/P0000001.JPG` (IHE RAD RAD-47, web content). */
export function webContentName(letter: string, number: number, extension: string): string {
  return `IHE_PDI/${letter}${String(number).padStart(7, '0')}.${extension}`;
}

function component(prefix: string, number: number): string {
  if (number > 999_999) throw new RangeError('more than 999,999 entries in one folder');
  return `${prefix}${String(number).padStart(6, '0')}`;
}
