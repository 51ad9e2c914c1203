import { describe, expect, it } from 'vitest';
import { element } from '../../testing/made-files.ts';
import { code, dataSetOf, us } from '../../testing/made-pixels.ts';
import { frameTimes } from './frame-times.ts';

const frameTime = (ms: string) => code(0x00181063, 'DS', ms);
const vector = (...ms: number[]) => code(0x00181065, 'DS', ms.join('\\'));
const pointer = (elementNumber: number) => element(0x00280009, 'AT', us(0x0018, elementNumber));

describe('frame times', () => {
  it('are even with a frame time', () => {
    expect(frameTimes(dataSetOf(frameTime('40')), 3)).toEqual({
      startsMs: [0, 40, 80],
      durationMs: 120,
      source: 'frame-time',
    });
  });

  it('follow a vector, whose last frame stays for the mean', () => {
    expect(frameTimes(dataSetOf(vector(0, 30, 50)), 3)).toEqual({
      startsMs: [0, 30, 80],
      durationMs: 120,
      source: 'frame-time-vector',
    });
  });

  it('use of two the one that is pointed to', () => {
    const both = [frameTime('20'), vector(0, 40, 40)];
    expect(frameTimes(dataSetOf(...both, pointer(0x1063)), 3).source).toBe('frame-time');
    expect(frameTimes(dataSetOf(...both, pointer(0x1065)), 3).source).toBe('frame-time-vector');
  });

  it.each([
    ['of another length', vector(0, 30)],
    ['with a gap in it', code(0x00181065, 'DS', '0\\\\30')],
    ['with a day in it', vector(0, 30, 86_400_000)],
  ])('do without a vector %s', (_, wrong) => {
    expect(frameTimes(dataSetOf(wrong), 3).source).toBe('assumed');
  });

  it('come from a rate, else from the whole duration', () => {
    expect(frameTimes(dataSetOf(code(0x00180040, 'IS', '25')), 2)).toMatchObject({ durationMs: 80, source: 'rate' });
    expect(frameTimes(dataSetOf(code(0x00181242, 'IS', '2')), 4)).toMatchObject({
      durationMs: 2000,
      source: 'duration',
    });
  });

  it('are assumed, and said to be, when the entry is implausible', () => {
    expect(frameTimes(dataSetOf(frameTime('0')), 3)).toMatchObject({ durationMs: 100, source: 'assumed' });
    expect(frameTimes(dataSetOf(frameTime('99999')), 30).source).toBe('assumed');
  });
});
