/** What was made of one stored object. `none` for objects without anything to look at, such as presentation states. */
export type DerivedObject = {
  kind: 'still' | 'clip' | 'structured-report' | 'pdf-report' | 'none';
  files: DerivedFile[];
  /** What staff should know: another number of frames than the header claims, times that were assumed. */
  notes: DerivedNote[];
};

export type DerivedNote = 'frame-count-differs' | 'frame-times-assumed';

export type DerivedFileKind = 'picture' | 'thumbnail' | 'poster' | 'clip' | 'webm' | 'report-json' | 'report-pdf';

export type DerivedFile = {
  kind: DerivedFileKind;
  path: string;
  mediaType: string;
  sizeBytes: number;
  width?: number;
  height?: number;
  frames?: number;
  durationMs?: number;
};
