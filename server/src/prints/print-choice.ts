/** How somebody wants pictures on paper. */
export type PrintChoice = {
  /** Twelve small ones to a page, or one to a page. */
  layout: 'sheet' | 'page';
  paper: 'letter' | 'a4';
  /** As large as the paper allows, or as large as in life where the picture says how large that is. */
  size: 'fit' | 'life';
  /** Name and date on each page, or left off. */
  named: 'yes' | 'no';
};

/** One picture of a release that can be printed: a still, or one frame of a clip. */
export type PrintedPicture = {
  sha256: string;
  sizeBytes: number;
  width: number;
  height: number;
  /** "Picture 7", in the language of the request. */
  label: string;
  isClip: boolean;
  examLabel: string;
  studyDate: string | null;
  scale: PrintScale | undefined;
};

/** What a pixel is worth in cm, and which rows of the picture that holds for. */
export type PrintScale = { cmPerPixel: number; top: number; bottom: number };
