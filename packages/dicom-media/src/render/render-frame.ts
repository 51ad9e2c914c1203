import { type Outcome, ok } from '../outcome.ts';
import type { DataSet } from '../part10/element.ts';
import { type EmbeddedOverlay, extractOverlay, readEmbeddedOverlays } from './embedded-overlay.ts';
import { codeToValue, type GreyRules, renderGrey } from './grey.ts';
import { readGreyRules } from './grey-rules.ts';
import { unpackNativeFrame } from './native-frame.ts';
import { drawOverlays, type Overlay, readOverlays } from './overlay.ts';
import { applyPalette, type Palette, readPalette } from './palette.ts';
import type { PixelDescription } from './pixel-description.ts';
import { type RenderRefusal, refusal } from './render-refusal.ts';
import { decodeRleFrame } from './rle.ts';
import type { Picture, SampleFrame } from './sample-frame.ts';
import { ybrToRgb } from './ybr.ts';

/** Decodes one compressed frame; given from outside, because codecs are native code or WebAssembly. */
export type DecodeFrame = (bytes: Uint8Array, p: PixelDescription) => Promise<Outcome<SampleFrame, RenderRefusal>>;

/** How an object's frames are to look: read once, used for each frame. */
export type Appearance = {
  greyRules: (frame: number) => GreyRules;
  palette: Palette | undefined;
  overlays: Overlay[];
  embedded: EmbeddedOverlay[];
};

/** What all frames of an object share on their way to a picture: palette, overlays, grey rules (PS3.3 C.7.6.3, C.9, C.11). */
export function readAppearance(dataSet: DataSet, p: PixelDescription): Appearance {
  const palette = p.photometricInterpretation === 'PALETTE COLOR' ? readPalette(dataSet, p.isSigned) : undefined;
  const embedded = p.coding === 'native' ? readEmbeddedOverlays(dataSet, p) : [];
  const greyRules = (frame: number) => readGreyRules(dataSet, p, frame);
  return { greyRules, palette, overlays: readOverlays(dataSet), embedded };
}

/** The stored bytes of one frame. `firstBit` counts from the lowest bit of the first byte; `frame` counts from 0. */
export type FrameSource = { bytes: Uint8Array; firstBit: number; frame: number };

/** One frame's stored bytes as the picture that a person sees. */
export async function renderFrame(
  source: FrameSource,
  p: PixelDescription,
  appearance: Appearance,
  decode: DecodeFrame,
): Promise<Outcome<Picture, RenderRefusal>> {
  const samples = await frameSamples(source, p, decode);
  if (!samples.ok) return samples;
  const picture = renderSamples(samples.value, p, appearance, source.frame);
  if (picture.ok) {
    const planes = appearance.embedded.map((embedded) => extractOverlay(source.bytes, p, embedded));
    drawOverlays(picture.value, planes, 0);
  }
  return picture;
}

async function frameSamples(
  source: FrameSource,
  p: PixelDescription,
  decode: DecodeFrame,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  if (p.coding === 'native') return unpackNativeFrame(source.bytes, p, source.firstBit);
  if (p.coding !== 'rle') return decode(source.bytes, p);
  const shape = { pixels: p.rows * p.columns, channels: p.channels, bytesPerSample: Math.ceil(p.bitsAllocated / 8) };
  const bytes = decodeRleFrame(source.bytes, shape);
  if (!bytes.ok) return bytes;
  return unpackNativeFrame(bytes.value, { ...p, ...RLE_LAYOUT, photometricInterpretation: without422(p) });
}

/** RLE stores planes, we hand them on pixel by pixel and little endian. */
const RLE_LAYOUT = { isPlanar: false, littleEndian: true } as const;
/** In RLE each component has its own full plane: nothing is subsampled whatever the name says (PS3.5 8.2.2). */
const without422 = (p: PixelDescription) => p.photometricInterpretation.replace(/_422$/, '');

/** Decoded samples as a picture: palette, grey rules or colour conversion, then overlays. */
export function renderSamples(
  frame: SampleFrame,
  p: PixelDescription,
  appearance: Appearance,
  frameNumber: number,
): Outcome<Picture, RenderRefusal> {
  const picture = frame.channels === 3 ? renderColour(frame, p) : renderSingle(frame, p, appearance, frameNumber);
  if (picture.ok) drawOverlays(picture.value, appearance.overlays, frameNumber);
  return picture;
}

function renderSingle(
  frame: SampleFrame,
  p: PixelDescription,
  appearance: Appearance,
  frameNumber: number,
): Outcome<Picture, RenderRefusal> {
  if (p.photometricInterpretation !== 'PALETTE COLOR') {
    return ok(renderGrey(frame, p, appearance.greyRules(frameNumber)));
  }
  if (!appearance.palette) return refusal('bad-description', 'palette is missing or damaged');
  return ok(applyPalette(frame, appearance.palette, codeToValue(p)));
}

function renderColour(frame: SampleFrame, p: PixelDescription): Outcome<Picture, RenderRefusal> {
  const pixels = colourTo8Bits(frame, p.bitsStored);
  const name = p.photometricInterpretation;
  if (frame.colour === 'as-described' && name.startsWith('YBR_')) {
    // RCT and ICT exist only inside JPEG 2000, whose decoder has undone them: raw they would be YBR_FULL's formula.
    ybrToRgb(pixels, name.startsWith('YBR_PARTIAL') ? 'partial' : 'full');
  }
  return ok({ width: frame.width, height: frame.height, channels: 3, pixels });
}

/** Always a copy: the samples may be the file's own bytes. */
function colourTo8Bits(frame: SampleFrame, bitsStored: number): Uint8Array {
  if (bitsStored === 8) return Uint8Array.from(frame.samples);
  const scale = 255 / (2 ** bitsStored - 1);
  return Uint8Array.from(frame.samples, (sample) => Math.round(sample * scale));
}
