import { type Outcome, ok, refuse } from '../outcome.ts';
import { firstCode, firstNumber } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { text } from '../part10/text.ts';

/** Where a document lies inside its object (PS3.3 C.24): a range of the file, so that nobody has to hold it. */
export type EncapsulatedPdf = { offset: number; length: number; title: string | undefined };

export type PdfRefusal = { code: 'no-document' | 'not-a-pdf'; detail: string };

/** The bytes are not looked at here: their reader still has to see `%PDF-` at their start. */
export function encapsulatedPdf(dataSet: DataSet): Outcome<EncapsulatedPdf, PdfRefusal> {
  const found = dataSet.elements.get(0x00420011);
  if (!found || found.length === 0) return refuse({ code: 'no-document', detail: 'no encapsulated document' });
  const mediaType = firstCode(dataSet, 0x00420012)?.toLowerCase();
  if (mediaType !== undefined && mediaType !== 'application/pdf') {
    return refuse({ code: 'not-a-pdf', detail: 'another kind of encapsulated document' });
  }
  // The value is padded to an even length; newer objects say how much of it is the document (0042,0015).
  const stated = firstNumber(dataSet, 0x00420015);
  const length = stated !== undefined && stated > 0 && stated <= found.length ? stated : found.length;
  return ok({ offset: found.offset, length, title: text(dataSet, 0x00420010) });
}
