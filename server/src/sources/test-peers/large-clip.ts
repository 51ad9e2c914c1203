import { Buffer } from 'node:buffer';
import type { Answer } from './hostile-pacs.ts';

const rows = 480;
const columns = 640;
const frameBytes = rows * columns * 3;

export type LargeClip = { sopInstanceUid: string; sizeBytes: number; answer: Answer };

/** An uncompressed RGB clip (PS3.5 explicit little endian) that exists only while it is sent, at least so large. */
export function largeClip(studyInstanceUid: string, atLeastBytes: number): LargeClip {
  const frames = Math.ceil(atLeastBytes / frameBytes);
  const sopInstanceUid = `2.25.99${frames}`;
  const pixelBytes = frames * frameBytes;
  const header = headerOf(studyInstanceUid, sopInstanceUid, frames, pixelBytes);
  const piece = Buffer.alloc(64 * 1024, 0x5a);
  const answer: Answer = (response) => {
    response.writeHead(200, { 'content-type': 'multipart/related; type="application/dicom"; boundary=large' });
    response.write('--large\r\nContent-Type: application/dicom\r\n\r\n');
    response.write(header);
    let left = pixelBytes;
    const more = () => {
      while (left > 0 && !response.destroyed) {
        const chunk = left < piece.length ? piece.subarray(0, left) : piece;
        left -= chunk.length;
        if (!response.write(chunk)) return void response.once('drain', more);
      }
      response.end('\r\n--large--\r\n');
    };
    more();
  };
  return { sopInstanceUid, sizeBytes: header.length + pixelBytes, answer };
}

function headerOf(studyInstanceUid: string, sopInstanceUid: string, frames: number, pixelBytes: number): Buffer {
  const clip = '1.2.840.10008.5.1.4.1.1.3.1';
  const meta = Buffer.concat([
    short(0x0002, 0x0002, 'UI', clip),
    short(0x0002, 0x0003, 'UI', sopInstanceUid),
    short(0x0002, 0x0010, 'UI', '1.2.840.10008.1.2.1'),
  ]);
  const pixels = Buffer.from([0xe0, 0x7f, 0x10, 0x00, 0x4f, 0x42, 0, 0, 0, 0, 0, 0]);
  pixels.writeUInt32LE(pixelBytes, 8);
  return Buffer.concat([
    Buffer.alloc(128),
    Buffer.from('DICM'),
    short(0x0002, 0x0000, 'UL', number(meta.length, 4)),
    meta,
    short(0x0008, 0x0016, 'UI', clip),
    short(0x0008, 0x0018, 'UI', sopInstanceUid),
    short(0x0008, 0x0060, 'CS', 'US'),
    short(0x0010, 0x0010, 'PN', 'LARGE^CLIP'),
    short(0x0020, 0x000d, 'UI', studyInstanceUid),
    short(0x0020, 0x000e, 'UI', '2.25.990'),
    short(0x0028, 0x0002, 'US', number(3, 2)),
    short(0x0028, 0x0004, 'CS', 'RGB'),
    short(0x0028, 0x0006, 'US', number(0, 2)),
    short(0x0028, 0x0008, 'IS', String(frames)),
    short(0x0028, 0x0010, 'US', number(rows, 2)),
    short(0x0028, 0x0011, 'US', number(columns, 2)),
    short(0x0028, 0x0100, 'US', number(8, 2)),
    short(0x0028, 0x0101, 'US', number(8, 2)),
    short(0x0028, 0x0102, 'US', number(7, 2)),
    short(0x0028, 0x0103, 'US', number(0, 2)),
    pixels,
  ]);
}

/** An element with a 16-bit length; text is padded to an even one. */
function short(group: number, element: number, vr: string, value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? padded(value, vr === 'UI' ? '\0' : ' ') : value;
  const head = Buffer.alloc(8);
  head.writeUInt16LE(group, 0);
  head.writeUInt16LE(element, 2);
  head.write(vr, 4, 'latin1');
  head.writeUInt16LE(bytes.length, 6);
  return Buffer.concat([head, bytes]);
}

function padded(text: string, padding: string): Buffer {
  return Buffer.from(text.length % 2 === 0 ? text : text + padding, 'latin1');
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
