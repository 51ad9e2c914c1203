import { personName } from '../charset/person-name.ts';
import { firstCode, items } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { text } from '../part10/text.ts';

const CONCEPT_NAME = 0x0040a043;
const CONTENT_SEQUENCE = 0x0040a730;

/** Said for machines: language, country and tracking identifiers of the content (PS3.16 TID 1204 and 1501). */
const MACHINE_CONCEPTS = new Set(['121049', '121046', '112039', '112040', '121012']);

/** The words of a code (PS3.3 8.8): its meaning, else the code itself. */
function codeMeaning(holder: DataSet, tag: number): string | undefined {
  const code = items(holder, tag)[0];
  return code && (text(code, 0x00080104) ?? text(code, 0x00080100) ?? text(code, 0x00080119));
}

export function conceptName(item: DataSet): string | undefined {
  return codeMeaning(item, CONCEPT_NAME);
}

export function isShown(item: DataSet): boolean {
  const concept = items(item, CONCEPT_NAME)[0];
  const code = concept && firstCode(concept, 0x00080100);
  return code === undefined || !MACHINE_CONCEPTS.has(code);
}

/** A NUM item as a row; concept modifiers such as "Left" belong to its name. */
export function measurementOf(item: DataSet): { name: string; value: string; unit: string } | undefined {
  if (firstCode(item, 0x0040a040) !== 'NUM') return undefined;
  const measured = items(item, 0x0040a300)[0];
  const value = (measured && firstCode(measured, 0x0040a30a)) ?? codeMeaning(item, 0x0040a301) ?? '';
  const name = [conceptName(item) ?? '', ...modifiers(item)].filter(Boolean).join(', ');
  return { name, value, unit: (measured && unitOf(measured)) ?? '' };
}

/** Units that everybody reads as their symbol; of the others (`d`, `mm[Hg]`) the words are plainer. */
const SYMBOLS = new Map([
  ...['mm', 'cm', 'm', 'g', 'kg', 'ml', 'mL', 'cm/s', 'm/s', '%', 'Hz', 'kHz'].map((unit) => [unit, unit] as const),
  ['mm2', 'mm²'],
  ['cm2', 'cm²'],
  ['m2', 'm²'],
  ['cm3', 'cm³'],
]);

function unitOf(measured: DataSet): string | undefined {
  const unit = items(measured, 0x004008ea)[0];
  const code = unit && firstCode(unit, 0x00080100);
  if (!unit || !code) return undefined;
  const symbol = firstCode(unit, 0x00080102) === 'UCUM' ? SYMBOLS.get(code) : undefined;
  return symbol ?? text(unit, 0x00080104) ?? code;
}

function modifiers(item: DataSet): string[] {
  return items(item, CONTENT_SEQUENCE)
    .filter((child) => isModifier(child) && isShown(child))
    .flatMap((child) => codeMeaning(child, 0x0040a168) ?? []);
}

/** A modifier of a measurement stands in its name already. */
export function isModifier(item: DataSet): boolean {
  return firstCode(item, 0x0040a010) === 'HAS CONCEPT MOD' && firstCode(item, 0x0040a040) === 'CODE';
}

/** What an item says, in words; undefined for pictures, regions and references, which are shown elsewhere. */
export function contentValue(item: DataSet): string | undefined {
  switch (firstCode(item, 0x0040a040)) {
    case 'TEXT':
      return text(item, 0x0040a160)?.replace(/\r\n?/g, '\n').trimEnd();
    case 'CODE':
      return codeMeaning(item, 0x0040a168);
    case 'PNAME': {
      const name = text(item, 0x0040a123);
      return name && spokenName(name);
    }
    case 'DATE':
      return dateWords(firstCode(item, 0x0040a121));
    case 'TIME':
      return timeWords(firstCode(item, 0x0040a122));
    case 'DATETIME':
      return dateTimeWords(firstCode(item, 0x0040a120));
    default:
      return undefined;
  }
}

/** In spoken order, in the first spelling that is there. */
function spokenName(value: string): string {
  const name = personName(value);
  const parts = name.alphabetic ?? name.ideographic ?? name.phonetic;
  if (!parts) return value;
  return [parts.prefix, parts.given, parts.middle, parts.family, parts.suffix].filter(Boolean).join(' ');
}

/** `20240525` as `2024-05-25`; what is not a date stays as written. */
function dateWords(value: string | undefined): string | undefined {
  return value?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
}

function timeWords(value: string | undefined): string | undefined {
  return value?.replace(/^(\d{2})(\d{2})(\d{2})?(\.\d+)?$/, (_, hour, minute, second) =>
    second ? `${hour}:${minute}:${second}` : `${hour}:${minute}`,
  );
}

function dateTimeWords(value: string | undefined): string | undefined {
  const parts = value?.match(/^(\d{8})(\d{4,6})?/);
  if (!parts) return value;
  return [dateWords(parts[1]), timeWords(parts[2])].filter(Boolean).join(' ');
}
