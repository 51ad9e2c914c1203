/** Why a name cannot be packed. Names are made by us (S7.10), so that each unpacks everywhere and nowhere else. */
export type NameFault =
  | 'empty-part'
  | 'part-too-long'
  | 'forbidden-character'
  | 'leading-dot-or-space'
  | 'trailing-dot-or-space'
  | 'reserved-device';

const MAX_PART_CHARACTERS = 80;

/** Letters with their marks, digits, space and `-_.,`: no path tricks, control characters or direction marks. */
const ALLOWED = /^[\p{L}\p{M}\p{Nd} _.,-]+$/u;

/** Windows opens a device for these, whatever follows the first dot. */
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)[ ]*(\.|$)/i;

/** Checks a path such as `DICOM/ST000001/SE000001/IM000001`; undefined when it is good. */
export function nameFault(name: string): NameFault | undefined {
  for (const part of name.split('/')) {
    const fault = partFault(part);
    if (fault) return fault;
  }
  return undefined;
}

function partFault(part: string): NameFault | undefined {
  if (part === '') return 'empty-part';
  if ([...part].length > MAX_PART_CHARACTERS) return 'part-too-long';
  if (!ALLOWED.test(part)) return 'forbidden-character';
  if (/^[. ]/.test(part)) return 'leading-dot-or-space';
  if (/[. ]$/.test(part)) return 'trailing-dot-or-space';
  return DEVICES.test(part) ? 'reserved-device' : undefined;
}

/** Two names that one file system may take for the same: case and Unicode composition do not tell files apart. */
function sameFileKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export type NameListFault =
  | { code: 'bad-name'; entryIndex: number; fault: NameFault }
  | { code: 'same-name'; entryIndex: number };

/** Checks the names of a whole list: each by itself, and that no two are one file or a file and a folder. */
export function nameListFault(entries: readonly { name: string }[]): NameListFault | undefined {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (let entryIndex = 0; entryIndex < entries.length; entryIndex++) {
    const { name } = entries[entryIndex] as { name: string };
    const fault = nameFault(name);
    if (fault) return { code: 'bad-name', entryIndex, fault };
    const key = sameFileKey(name);
    const above = foldersOf(key);
    if (files.has(key) || folders.has(key) || above.some((folder) => files.has(folder))) {
      return { code: 'same-name', entryIndex };
    }
    files.add(key);
    for (const folder of above) folders.add(folder);
  }
  return undefined;
}

function foldersOf(key: string): string[] {
  const parts = key.split('/');
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join('/'));
}
