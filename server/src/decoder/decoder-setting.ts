/** What a decoder process is told at its start, and how it tells what it is doing. */
export type DecoderSetting = {
  ffmpeg: Ffmpeg | undefined;
  /** The next piece of work starts: its time is counted from here. */
  begin: (stage: Stage) => void;
  /** A program that works for this process; its memory counts too, until what is given back is called. */
  watch: (processId: number | undefined) => () => void;
};

/** `header`, `frame` and `clip` have the limits of S7.1; at `clip-end` all frames are done and only the clip's holds. */
export type Stage = 'header' | 'frame' | 'clip' | 'clip-end';

/** `canWebm`: it was built with the VP9 encoder, which not every build has. */
export type Ffmpeg = { path: string; majorVersion: number; canWebm: boolean };
