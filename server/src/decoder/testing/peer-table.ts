import type { Picture } from '@echoback/dicom-media';
import { compareFrames } from './compare-frames.ts';
import type { PeerFrames } from './peer-frames.ts';

/** One file of the samples next to another program's picture of it. */
export type PeerRow = {
  file: string;
  pixels: string;
  frames: string;
  peer: string;
  largest: string;
  near: string;
  verdict: string;
};

/** Share of pixels of a lossy frame that must lie within two levels in every channel. */
const NEAR_LIMIT = 0.999;
const LOSSY = ['.50', '.51', '.81', '.91', '.93', '.203'].map((end) => `1.2.840.10008.1.2.4${end}`);

/** Throws when the picture is not what the peer shows: to the bit where nothing was lost, within two levels else. */
export function comparedRow(
  { file, transferSyntaxUid }: { file: string; transferSyntaxUid: string },
  pixels: string,
  ours: readonly Picture[],
  theirs: PeerFrames,
): PeerRow {
  const { largest, near } = compareFrames(ours, theirs.frames);
  const isLossy = LOSSY.includes(transferSyntaxUid);
  const isRight = isLossy ? near >= NEAR_LIMIT : largest === 0;
  if (!isRight) throw new Error(`${file}: ${largest} levels from ${theirs.peer}, ${percent(near)} within two`);
  return {
    file,
    pixels,
    frames: String(ours.length),
    peer: theirs.peer,
    largest: String(largest),
    near: percent(near),
    verdict: largest === 0 ? 'equal to the bit' : 'within two levels (lossy)',
  };
}

/** A row without pictures to compare: what the file is, or why it is shown by neither. */
export function plainRow(file: string, verdict: string, peer = '–', frames = '–'): PeerRow {
  return { file, pixels: '–', frames, peer, largest: '–', near: '–', verdict };
}

/** Cut down, so that 100 % means every pixel. */
function percent(share: number): string {
  return `${Math.floor(share * 100_000) / 1000} %`;
}

export function peerTable(rows: readonly PeerRow[]): string {
  const head = ['file', 'pixels', 'frames', 'compared with', 'largest difference', 'pixels within 2 levels', 'verdict'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const body = rows.map((row) =>
    line([row.file, row.pixels, row.frames, row.peer, row.largest, row.near, row.verdict]),
  );
  return `${INTRODUCTION}${line(head)}${line(head.map(() => '---'))}${body.join('')}`;
}

const INTRODUCTION = `# Every sample next to another program's picture

Written by \`ECHOBACK_WRITE_TABLES=true npx vitest run --project integration server/src/decoder/rendering-peers\`; the same
test fails when this page is no longer true. A row for each file of the samples' manifest, every frame of it compared.

- **Lossless** pixels must be equal to the bit, **lossy** ones within two of 255 levels in each channel on 99.9 % of the pixels.
- Peers: DCMTK first; GDCM decodes JPEG 2000 and DCMTK shows what comes out; OpenJPEG decodes HTJ2K, which none of DCMTK,
  GDCM and pydicom knows; pydicom shows 16-bit palettes, 1-bit pixels (at half brightness in DCMTK), uncompressed YBR and
  rescaled values with fractions (both counted in whole numbers by DCMTK, up to two levels off).
- Grey is shown through the file's first VOI table or window; without one, more than 8 bits are stretched over what the frame holds.
- A clip has the frames and the length that \`ffprobe\` counts in the stored video.

`;
