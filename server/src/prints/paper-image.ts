import { readJpegHeader } from '@echoback/dicom-media';
import type PDFDocument from 'pdfkit';

/** A JPEG in a PDF whose bytes are not here: only what the file says of it, and how many bytes it has. */
export type PaperImage = { width: number; height: number; embed(doc: PDFKit.PDFDocument): void };

type Kept = { sha256: string; sizeBytes: number };

const markStart = 'echoback-kept-object ';
const markBytes = markStart.length + 64;

/**
 * The image as an object of the PDF (ISO 32000-1, 8.9.5), the JPEG stream as it is (7.4.8). In its place lie as many
 * bytes that name the kept object, so that every offset behind it is right: `keptObjectIn` finds them again, and the
 * picture itself goes from the disk to the browser without a stop in memory.
 */
export function paperImage(kept: Kept, head: Uint8Array): PaperImage | undefined {
  const header = readJpegHeader(head);
  if (header?.precision !== 8 || ![1, 3].includes(header.components.length)) return undefined;
  const isGrey = header.components.length === 1;
  const { width, height, hasJfif, adobeTransform } = header;
  const colourTransform = !isGrey && !hasJfif && adobeTransform === 0 ? 0 : 1;
  return {
    width,
    height,
    embed(doc) {
      const image = doc.ref({
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: 8,
        ColorSpace: isGrey ? 'DeviceGray' : 'DeviceRGB',
        Filter: 'DCTDecode',
        DecodeParms: { ColorTransform: colourTransform },
      });
      const place = Buffer.alloc(kept.sizeBytes);
      place.write(`${markStart}${kept.sha256}`, 'latin1');
      image.end(place);
      Object.assign(this, { obj: image, label: `P${kept.sha256.slice(0, 16)}` });
    },
  };
}

/** The kept object that these bytes stand for. */
export function keptObjectIn(chunk: Uint8Array): string | undefined {
  if (chunk.byteLength < markBytes) return undefined;
  const mark = Buffer.from(chunk.buffer, chunk.byteOffset, markBytes).toString('latin1');
  return mark.startsWith(markStart) ? mark.slice(markStart.length) : undefined;
}

export type PaperDocument = InstanceType<typeof PDFDocument>;
