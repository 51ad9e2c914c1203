import { explicitElement } from '../src/dicomdir/explicit-element.ts';
import { itemHeader, joined, part10File, text } from './made-files.ts';

/** An element of a made object; the value is text, bytes, or the items of a sequence. */
export type MadeElement = [tag: number, vr: string, value: string | Uint8Array | MadeElement[][]];

/** A Part 10 file of this class with these elements; of two with one tag the later counts. */
export function madeObject(sopClassUid: string, sopInstanceUid: string, elements: readonly MadeElement[]): Uint8Array {
  const all: MadeElement[] = [[0x00080016, 'UI', sopClassUid], [0x00080018, 'UI', sopInstanceUid], ...elements];
  return part10File(elementsOf(all), { sopClassUid, metaInstanceUid: sopInstanceUid });
}

/** What every object of one patient's study says of itself. */
export function inSeries(modality: string, seriesInstanceUid: string): MadeElement[] {
  return [
    [0x00080020, 'DA', '20240115'],
    [0x00080030, 'TM', '093000'],
    [0x00080050, 'SH', 'A1'],
    [0x00080060, 'CS', modality],
    [0x00081030, 'LO', 'A made study'],
    [0x00100010, 'PN', 'DOE^JANE'],
    [0x00100020, 'LO', 'MRN1'],
    [0x0020000d, 'UI', '1.2.3.4'],
    [0x0020000e, 'UI', seriesInstanceUid],
    [0x00200010, 'SH', 'S1'],
    [0x00200011, 'IS', '1'],
    [0x00200013, 'IS', '1'],
  ];
}

function elementsOf(elements: readonly MadeElement[]): Uint8Array[] {
  const byTag = new Map(elements.map((element) => [element[0], element]));
  return [...byTag.values()]
    .sort(([a], [b]) => a - b)
    .map(([tag, vr, value]) => {
      if (typeof value === 'string') return explicitElement(tag, vr, text(value));
      return explicitElement(tag, vr, value instanceof Uint8Array ? value : itemsOf(value));
    });
}

function itemsOf(items: readonly MadeElement[][]): Uint8Array {
  return joined(
    items.map((item) => {
      const content = joined(elementsOf(item));
      return joined([itemHeader(content.length), content]);
    }),
  );
}
