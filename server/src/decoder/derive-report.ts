import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encapsulatedPdf, type Outcome, ok, structuredReport } from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from './decode-refusal.ts';
import type { DerivedObject } from './derived-object.ts';
import type { ObjectFile } from './object-file.ts';
import { derivedFile, derivedPath, writeDerived } from './write-derived.ts';

export async function deriveStructuredReport(
  object: ObjectFile,
  outFolder: string,
): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  const report = structuredReport(object.dataSet);
  if (!report.ok) return report;
  // A selection of key objects has the form of a report and says nothing.
  if (report.value.sections.length === 0) return ok({ kind: 'none', files: [], notes: [] });
  const file = await writeDerived(outFolder, 'report-json', JSON.stringify(report.value));
  return ok({ kind: 'structured-report', files: [file], notes: [] });
}

const PDF_START = '%PDF-';
/** Readers accept a header within the first kilobyte (ISO 32000-1, annex H.3.4.1); we accept what they accept. */
const PDF_START_WITHIN = 1024;
const CHUNK_BYTES = 256 * 1024;

/** The document's bytes as they are; nothing in them is looked at beyond their kind. */
export async function derivePdf(object: ObjectFile, outFolder: string): Promise<Outcome<DerivedObject, DecodeRefusal>> {
  const found = encapsulatedPdf(object.dataSet);
  if (!found.ok) return found;
  const { offset, length } = found.value;
  const start = Buffer.from(object.readAt(offset, Math.min(length, PDF_START_WITHIN + PDF_START.length)));
  if (!start.includes(PDF_START)) return failed('not-a-pdf', 'document does not start as PDF');
  if (offset + length > object.end) return failed('no-document', 'document is cut off');
  await pipeline(
    Readable.from(chunks(object, offset, length)),
    createWriteStream(derivedPath(outFolder, 'report-pdf')),
  );
  return ok({ kind: 'pdf-report', files: [derivedFile(outFolder, 'report-pdf', length, {})], notes: [] });
}

function* chunks(object: ObjectFile, offset: number, length: number): Generator<Uint8Array> {
  for (let done = 0; done < length; done += CHUNK_BYTES) {
    yield object.readAt(offset + done, Math.min(CHUNK_BYTES, length - done));
  }
}
