import { expect, test } from 'vitest';
import * as made from '../../testing/made-files.ts';
import { type DataSet, firstCode, items, numbers, readPart10 } from '../index.ts';
import { explicitElement, explicitValue } from './explicit-element.ts';

const SEQUENCE = 0x00081115;

/** The sequence's value as a record holds it, read again as Explicit VR Little Endian. */
function rewritten(bytes: Uint8Array): DataSet | undefined {
  const read = readPart10(bytes);
  const found = read.ok ? read.value.dataSet.elements.get(SEQUENCE) : undefined;
  const value = read.ok && found ? explicitValue(read.value.dataSet, found, 'SQ') : undefined;
  const again = value && readPart10(made.part10File([explicitElement(SEQUENCE, 'SQ', value)]));
  return again?.ok ? items(again.value.dataSet, SEQUENCE)[0] : undefined;
}

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

test('a big-endian sequence becomes little-endian, its numbers too', () => {
  const sequence = hex(
    '0008 1115 5351 0000 0000001c  fffe e000 00000014  0028 0010 5553 0002 0123  0040 a010 4353 0002 4142',
  );
  const item = rewritten(made.part10File([sequence], { transferSyntaxUid: '1.2.840.10008.1.2.2' }));
  expect(item && numbers(item, 0x00280010)).toEqual([0x0123]);
  expect(item && firstCode(item, 0x0040a010)).toBe('AB');
});

test('an implicit sequence gets the types that its elements are known by', () => {
  const sequence = hex(
    '0800 1511 ffffffff  feff 00e0 ffffffff  0800 5011 04000000 312e3200  feff 0de0 00000000  feff dde0 00000000',
  );
  const item = rewritten(made.part10File([sequence], { transferSyntaxUid: '1.2.840.10008.1.2' }));
  expect(item?.elements.get(0x00081150)?.vr).toBe('UI');
  expect(item && firstCode(item, 0x00081150)).toBe('1.2');
});

test('an odd value is padded with what its type asks for', () => {
  expect(Buffer.from(explicitElement(0x00080018, 'UI', made.text('1.2'))).toString('hex')).toBe(
    '08001800554904' + '00312e3200',
  );
  expect(Buffer.from(explicitElement(0x00100010, 'PN', made.text('Doe'))).toString('hex')).toBe(
    '10001000504e0400446f6520',
  );
});
