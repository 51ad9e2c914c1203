/** Bytes on disk that may be a DICOM object: a file, an entry that a ZIP stores, a file of a disc image. */
export type FoundFile = {
  file: string;
  /** Where in `file` the bytes start: not 0 in a ZIP or an image. */
  offset: number;
  sizeBytes: number;
  /** Where it was found, for people: `study.zip/a/IM1`. Never used as a path. */
  shownAs: string;
  /** Somebody said that this is DICOM: by naming it, in a DICOMDIR, or with the ending. Else other files are passed over. */
  isExpected: boolean;
};

/** A file that could not be packed. Neither `reason` nor `detail` holds a value of the object. */
export type BadFile = { shownAs: string; reason: BadReason | (string & {}); detail: string };

/** Reasons besides the reader's own (`pixel-data-truncated` and so on). */
export type BadReason =
  | 'no-such-file'
  | 'not-readable'
  | 'not-dicom'
  | 'uid-missing'
  | 'same-uid-other-content'
  | 'missing-file'
  | 'unsafe-name'
  | 'unreadable-dicomdir'
  | 'unreadable-zip'
  | 'unreadable-image'
  | 'encrypted'
  | 'unsupported-compression'
  | 'checksum-wrong'
  | 'too-large-unpacked'
  | 'too-many-files'
  | 'archive-in-archive';

export type Gathered =
  | { kind: 'found'; found: FoundFile }
  | { kind: 'bad'; bad: BadFile }
  /** Not DICOM, and nobody said so: a README, a viewer program, a picture. */
  | { kind: 'passed-over'; shownAs: string };

/** Of one call, one archive or one image: a person's folder has fewer, and memory holds an index of each. */
export const MAX_FILES = 1_000_000;

export function bad(shownAs: string, reason: BadReason, detail = ''): Gathered {
  return { kind: 'bad', bad: { shownAs, reason, detail } };
}

/** The ending by which people and scanners name DICOM files. */
export function hasDicomEnding(name: string): boolean {
  return /\.(dcm|dicom|dic|ima)$/i.test(name);
}

/** What to say of a file that is no DICOM. An archive within an archive may hold some: that is told, not passed over. */
export function notDicom(shownAs: string, isExpected = hasDicomEnding(shownAs)): Gathered {
  if (isExpected) return bad(shownAs, 'not-dicom');
  if (/\.(zip|iso|7z|rar|tar|tgz|gz)$/i.test(shownAs)) return bad(shownAs, 'archive-in-archive');
  return { kind: 'passed-over', shownAs };
}
