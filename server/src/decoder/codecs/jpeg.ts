import {
  decodeSequentialJpeg,
  jpegColour,
  type Outcome,
  type PixelDescription,
  type RenderRefusal,
  readJpegHeader,
  type SampleFrame,
  withAdobeSegment,
} from '@echoback/dicom-media';
import sharp from 'sharp';
import { checkStream, decodeFailed, type StreamSize, toSampleFrame } from './sample-codes.ts';

// One decoder process works on one frame at a time; its memory is watched from outside.
sharp.cache(false);
sharp.concurrency(1);

/** Baseline and extended JPEG; libjpeg gives what DCMTK gives of 8 bits, 4:2:2 upsampling included. */
export async function decodeJpeg(
  stream: Uint8Array,
  p: PixelDescription,
): Promise<Outcome<SampleFrame, RenderRefusal>> {
  const header = readJpegHeader(stream);
  const size = checkStream(
    header && { ...header, channels: header.components.length, bitsPerSample: header.precision },
    p,
  );
  if (!size.ok || !header) return size.ok ? decodeFailed('no JPEG header') : size;
  if (header.precision !== 8) return decodeDeepJpeg(stream, size.value, p);
  const obeyed = p.channels === 3 ? withAdobeSegment(stream, jpegColour(header, p.photometricInterpretation)) : stream;
  try {
    // What follows the picture is ignored, a picture that ends too early is not.
    const image = sharp(obeyed, { failOn: 'truncated', limitInputPixels: false, ignoreIcc: true });
    const decoded = await (p.channels === 1 ? image.toColourspace('b-w') : image)
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (decoded.info.channels !== p.channels) return decodeFailed(`${decoded.info.channels} channels decoded`);
    return toSampleFrame(decoded.data, size.value, p, 'rgb');
  } catch {
    return decodeFailed('JPEG stream is damaged');
  }
}

/** sharp's libjpeg is built for 8 bits; extended streams of 12 have our own decoder. */
function decodeDeepJpeg(
  stream: Uint8Array,
  size: StreamSize,
  p: PixelDescription,
): Outcome<SampleFrame, RenderRefusal> {
  const decoded = decodeSequentialJpeg(stream);
  if (!decoded.ok) return decoded;
  const { buffer, byteOffset, byteLength } = decoded.value.samples;
  return toSampleFrame(new Uint8Array(buffer, byteOffset, byteLength), size, p, 'as-described');
}
