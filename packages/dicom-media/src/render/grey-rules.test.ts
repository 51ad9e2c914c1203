import { describe, expect, it } from 'vitest';
import { code, dataSetOf, pixels, sequence, us16 } from '../../testing/made-pixels.ts';
import { readGreyRules } from './grey-rules.ts';

const windowOf = (centre: string, width: string) => [code(0x00281050, 'DS', centre), code(0x00281051, 'DS', width)];

describe('the grey rules of an object', () => {
  it('take the first of several windows', () => {
    const rules = readGreyRules(dataSetOf(...windowOf('40\\300', '400\\1500')), pixels(), 0);
    expect(rules.voi).toEqual({ kind: 'window', shape: 'LINEAR', centre: 40, width: 400 });
  });

  it('ignore a window without width', () => {
    expect(readGreyRules(dataSetOf(...windowOf('40', '0')), pixels(), 0).voi).toBeUndefined();
  });

  it('invert by MONOCHROME1 unless the presentation shape says otherwise', () => {
    const p = pixels({ photometricInterpretation: 'MONOCHROME1' });
    expect(readGreyRules(dataSetOf(), p, 0).inverted).toBe(true);
    expect(readGreyRules(dataSetOf(code(0x20500020, 'CS', 'IDENTITY')), p, 0).inverted).toBe(false);
  });

  it('read a table whose entries are words', () => {
    const table = [us16(0x00283002, 2, 5, 8), us16(0x00283006, 0, 255)];
    const rules = readGreyRules(dataSetOf(sequence(0x00283010, table)), pixels(), 0);
    expect(rules.voi).toEqual({ kind: 'table', table: { first: 5, bits: 8, entries: Uint16Array.of(0, 255) } });
  });

  it('are looked for in the functional groups of a frame, then in the shared ones', () => {
    const shared = [sequence(0x00289132, windowOf('10', '20')), sequence(0x00289145, [code(0x00281053, 'DS', '2')])];
    const second = [sequence(0x00289132, windowOf('30', '40'))];
    const dataSet = dataSetOf(sequence(0x52009229, shared), sequence(0x52009230, [], second));
    expect(readGreyRules(dataSet, pixels(), 0).voi).toMatchObject({ centre: 10, width: 20 });
    expect(readGreyRules(dataSet, pixels(), 1).voi).toMatchObject({ centre: 30, width: 40 });
    expect(readGreyRules(dataSet, pixels(), 1).modality).toMatchObject({ slope: 2 });
  });
});
