import { firstCode, firstNumber, items, numbers } from '../part10/data-set.ts';
import type { DataSet, Tag } from '../part10/element.ts';
import type { GreyRules, Modality, Voi } from './grey.ts';
import { readLookupTable } from './lookup-table.ts';
import type { PixelDescription } from './pixel-description.ts';

const LOOKUP_TABLE = { descriptor: 0x00283002, data: 0x00283006 };

/** Modality, VOI and presentation of an object; multi-frame objects may keep them in functional groups. */
export function readGreyRules(dataSet: DataSet, p: PixelDescription, frame: number): GreyRules {
  const modality = readModality(scope(dataSet, frame, 0x00289145, 0x00281053), p);
  const shape = firstCode(dataSet, 0x20500020);
  return {
    modality,
    voi: readVoi(scope(dataSet, frame, 0x00289132, 0x00281050), p, modality),
    inverted: shape ? shape === 'INVERSE' : p.photometricInterpretation === 'MONOCHROME1',
  };
}

/** The item that holds `tag`: the data set, else this frame's functional group, else the shared one (PS3.3 C.7.6.16). */
function scope(dataSet: DataSet, frame: number, macro: Tag, tag: Tag): DataSet {
  if (dataSet.elements.has(tag)) return dataSet;
  const perFrame = items(dataSet, 0x52009230)[frame];
  const shared = items(dataSet, 0x52009229)[0];
  for (const group of [perFrame, shared]) {
    const found = group && items(group, macro)[0];
    if (found) return found;
  }
  return dataSet;
}

function readModality(dataSet: DataSet, p: PixelDescription): Modality {
  const item = items(dataSet, 0x00283000)[0];
  const table = item && readLookupTable(item, LOOKUP_TABLE, p.isSigned);
  if (table) return { kind: 'table', table };
  const slope = firstNumber(dataSet, 0x00281053);
  return { kind: 'linear', slope: slope || 1, intercept: firstNumber(dataSet, 0x00281052) ?? 0 };
}

/** The first table or window: others are alternatives for a reading room. */
function readVoi(dataSet: DataSet, p: PixelDescription, modality: Modality): Voi | undefined {
  const item = items(dataSet, 0x00283010)[0];
  const isSigned = modality.kind === 'linear' && (p.isSigned || modality.intercept < 0);
  const table = item && readLookupTable(item, LOOKUP_TABLE, isSigned);
  if (table) return { kind: 'table', table };
  const centre = numbers(dataSet, 0x00281050)[0];
  const width = numbers(dataSet, 0x00281051)[0];
  if (centre === undefined || width === undefined || !Number.isFinite(centre) || !(width > 0)) return undefined;
  const named = firstCode(dataSet, 0x00281056);
  const shape = named === 'SIGMOID' || named === 'LINEAR_EXACT' ? named : 'LINEAR';
  return { kind: 'window', shape, centre, width: shape === 'LINEAR' ? Math.max(1, width) : width };
}
