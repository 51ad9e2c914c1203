import { IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME } from '../dicomdir/implementation.ts';
import { asciiText } from '../part10/ascii-text.ts';
import { codes, elementBytes } from '../part10/data-set.ts';
import type { DataSet, Element, Tag } from '../part10/element.ts';
import type { Part10 } from '../part10/read-part10.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../part10/transfer-syntax.ts';
import type { SharedUids } from './deidentified-head.ts';
import type { Leak, LeakSearch } from './leak-search.ts';
import { type AttributeRule, JPEG_BASELINE, SHARED_ATTRIBUTES } from './shared-attributes.ts';

/** Of the meta header: what a file of ours says there. */
const META_ATTRIBUTES: ReadonlyMap<Tag, AttributeRule> = new Map<Tag, AttributeRule>([
  [0x00020000, { vr: 'UL', holds: 'numbers' }],
  [0x00020001, { vr: 'OB', holds: 'numbers' }],
  [0x00020002, SHARED_ATTRIBUTES.get(0x00080016) as AttributeRule],
  [0x00020003, { vr: 'UI', holds: 'new-uid' }],
  [0x00020010, { vr: 'UI', holds: 'own-words', words: new Set([EXPLICIT_LITTLE_ENDIAN, JPEG_BASELINE]) }],
  [0x00020012, { vr: 'UI', holds: 'own-words', words: new Set([IMPLEMENTATION_CLASS_UID]) }],
  [0x00020013, { vr: 'SH', holds: 'own-words', words: new Set([IMPLEMENTATION_VERSION_NAME]) }],
]);

/**
 * The search through a de-identified object that was written and read again: every element, however deep, is on the list
 * and holds what the list says, and no number spells the person. Pixels are not looked at here.
 */
export function findDicomLeaks(file: Part10, sizeBytes: number, uids: SharedUids, search: LeakSearch): Leak[] {
  const isWhole = file.preamble === 'zeros' && file.problems.length === 0 && file.endOfDataSet === sizeBytes;
  const own = new Set(Object.values(uids));
  return [
    ...(isWhole ? [] : [{ what: 'metadata' as const, at: 0 }]),
    ...leaksIn(file.meta, META_ATTRIBUTES, own, search),
    ...leaksIn(file.dataSet, SHARED_ATTRIBUTES, own, search),
  ];
}

function leaksIn(
  dataSet: DataSet,
  rules: ReadonlyMap<Tag, AttributeRule>,
  uids: ReadonlySet<string>,
  search: LeakSearch,
): Leak[] {
  return [...dataSet.elements.values()].flatMap((found) => {
    const rule = rules.get(found.tag);
    if (!rule || rule.vr !== found.vr) return [{ what: 'metadata' as const, at: found.start }];
    if (rule.holds === 'items') return (found.items ?? []).flatMap((item) => leaksIn(item, rules, uids, search));
    return leaksOf(dataSet, found, rule, uids, search);
  });
}

function leaksOf(
  dataSet: DataSet,
  found: Element,
  rule: AttributeRule,
  uids: ReadonlySet<string>,
  search: LeakSearch,
): Leak[] {
  const metadata: Leak[] = [{ what: 'metadata', at: found.start }];
  switch (rule.holds) {
    case 'pixels':
      return [];
    case 'nothing':
      return found.length === 0 ? [] : metadata;
    case 'new-uid':
      return uids.has(codes(dataSet, found.tag).join('\\')) ? [] : metadata;
    case 'own-words':
      return codes(dataSet, found.tag).every((word) => rule.words.has(word)) ? [] : metadata;
    case 'items':
      return [];
    case 'numbers': {
      const bytes = elementBytes(dataSet, found);
      if (!bytes || (DECIMAL.has(found.vr) && !/^[-+.0-9eE\\ ]*$/.test(asciiText(bytes)))) return metadata;
      return search(bytes, 'coded').map(({ what, at }) => ({ what, at: at + found.offset }));
    }
  }
}

const DECIMAL = new Set(['DS', 'IS']);
