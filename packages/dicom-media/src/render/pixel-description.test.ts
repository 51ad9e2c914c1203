import { describe, expect, it } from 'vitest';
import { code, dataSetOf, us16 } from '../../testing/made-pixels.ts';
import { describePixels } from './pixel-description.ts';

const EXPLICIT = '1.2.840.10008.1.2.1';

function described(facts: {
  rows?: number;
  columns?: number;
  channels?: number;
  bits?: number[];
  frames?: string;
  colours?: string;
}) {
  const [allocated = 8, stored = allocated, high = stored - 1] = facts.bits ?? [];
  const elements = [
    us16(0x00280002, facts.channels ?? 1),
    ...(facts.colours ? [code(0x00280004, 'CS', facts.colours)] : []),
    ...(facts.frames ? [code(0x00280008, 'IS', facts.frames)] : []),
    us16(0x00280010, facts.rows ?? 2),
    us16(0x00280011, facts.columns ?? 2),
    us16(0x00280100, allocated),
    us16(0x00280101, stored),
    us16(0x00280102, high),
  ];
  const read = describePixels(dataSetOf(...elements), EXPLICIT);
  return read.ok ? read.value : read.refusal.code;
}

describe('a pixel description', () => {
  it('reads what the header says', () => {
    expect(described({ rows: 480, columns: 640, channels: 3, frames: '30' })).toMatchObject({
      rows: 480,
      columns: 640,
      channels: 3,
      frames: 30,
      coding: 'native',
      photometricInterpretation: 'RGB',
    });
  });

  it.each([
    ['65535 x 65535 pixels', { rows: 65535, columns: 65535 }, 'too-large'],
    ['a billion frames', { frames: '1000000000' }, 'too-many-frames'],
    ['no rows', { rows: 0 }, 'bad-description'],
    ['four samples a pixel', { channels: 4 }, 'unsupported-pixels'],
    ['colours of a retired kind', { channels: 3, colours: 'HSV' }, 'unsupported-pixels'],
    ['uncompressed 4:2:0', { channels: 3, colours: 'YBR_PARTIAL_420' }, 'unsupported-pixels'],
    ['13 bits allocated', { bits: [13] }, 'unsupported-pixels'],
    ['more bits stored than allocated', { bits: [8, 12] }, 'bad-description'],
    ['a high bit outside the word', { bits: [16, 12, 16] }, 'bad-description'],
    ['a high bit below the sample', { bits: [16, 12, 5] }, 'bad-description'],
  ])('refuses %s', (_, facts, expected) => {
    expect(described(facts)).toBe(expected);
  });

  it('refuses a syntax nobody knows, without repeating what is no UID', () => {
    const refused = describePixels(dataSetOf(), 'DOE^JANE');
    expect(refused).toEqual({ ok: false, refusal: { code: 'unsupported-syntax', detail: '' } });
  });
});
