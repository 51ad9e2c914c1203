import { explicitElement } from '../src/dicomdir/explicit-element.ts';
import { element, itemHeader, joined, part10File, text } from './made-files.ts';

/** The elements of a made object by tag; a value is text, bytes, or the items of a sequence. */
export type MadeElements = Record<number, [vr: string, value: string | Uint8Array | MadeElements[]]>;

/** A Part 10 file of this class with these elements beside the identity of a patient, study and series of its own. */
export function madeObject(sopClassUid: string, sopInstanceUid: string, elements: MadeElements): Uint8Array {
  const all: MadeElements = {
    524310: ['UI', sopClassUid],
    524312: ['UI', sopInstanceUid],
    ...elements,
  };
  return part10File(elementsOf(all), { sopClassUid, metaInstanceUid: sopInstanceUid });
}

/** What every object of one patient's study says of itself. */
export function inSeries(modality: string, seriesInstanceUid: string, instanceNumber = 1): MadeElements {
  return {
    524320: ['DA', '20240115'],
    524336: ['TM', '093000'],
    524368: ['SH', 'A1'],
    524384: ['CS', modality],
    528432: ['LO', 'Every kind of record'],
    1048592: ['PN', 'DOE^JANE'],
    1048608: ['LO', 'MRN1'],
    2097165: ['UI', '1.2.3.4'],
    2097166: ['UI', seriesInstanceUid],
    2097168: ['SH', 'S1'],
    2097169: ['IS', '1'],
    2097171: ['IS', String(instanceNumber)],
  };
}

function elementsOf(elements: MadeElements): Uint8Array[] {
  return Object.entries(elements)
    .map(([tag, [vr, value]]) => ({ tag: Number(tag), vr, value }))
    .sort((a, b) => a.tag - b.tag)
    .map(({ tag, vr, value }) => {
      if (typeof value === 'string') return element(tag, vr, text(value));
      return explicitElement(tag, vr, value instanceof Uint8Array ? value : itemsOf(value));
    });
}

function itemsOf(items: readonly MadeElements[]): Uint8Array {
  return joined(
    items.map((item) => {
      const content = joined(elementsOf(item));
      return joined([itemHeader(content.length), content]);
    }),
  );
}
