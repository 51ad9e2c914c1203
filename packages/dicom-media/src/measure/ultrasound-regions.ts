import { firstNumber, items } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';

/**
 * One item of the Sequence of Ultrasound Regions (0018,6011) as written, PS3.3 C.8.5.5: what a step of one pixel means
 * in a box of the picture. Codes stay codes; `measureLine` says what may be measured by it.
 */
export type UltrasoundRegion = {
  /** (0018,6012): 0 none, 1 2D, 2 M-mode, 3 spectral, 4 waveform, 5 graphics. */
  format: number;
  /** (0018,6018) to (0018,601E): pixels from the top left corner, from 0, both ends inside. */
  left: number;
  top: number;
  right: number;
  bottom: number;
  /** (0018,6024), (0018,6026): 3 cm, 4 s, 7 cm/s. */
  unitX: number;
  unitY: number;
  /** (0018,602C), (0018,602E): units per pixel; negative where the axis runs the other way. */
  deltaX: number;
  deltaY: number;
  /** (0018,6022) and (0018,602A): the row that stands for a value, counted from the top of the box, and that value. */
  referenceY: number;
  referenceValueY: number;
};

/** The regions of a picture and its size in pixels, as they are kept and sent. */
export type Calibration = { columns: number; rows: number; regions: UltrasoundRegion[] };

/** Machines write up to six; a list beyond this is not theirs. */
const MAX_REGIONS = 64;

/** Every region that has a box; none when the object has no such sequence. */
export function ultrasoundRegions(dataSet: DataSet): UltrasoundRegion[] {
  return items(dataSet, 0x00186011).slice(0, MAX_REGIONS).flatMap(readRegion);
}

function readRegion(item: DataSet): UltrasoundRegion[] {
  const number = (tag: number, as: string) => firstNumber(item, tag, as);
  const left = number(0x00186018, 'UL');
  const top = number(0x0018601a, 'UL');
  const right = number(0x0018601c, 'UL');
  const bottom = number(0x0018601e, 'UL');
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return [];
  return [
    {
      format: number(0x00186012, 'US') ?? 0,
      left,
      top,
      right,
      bottom,
      unitX: number(0x00186024, 'US') ?? 0,
      unitY: number(0x00186026, 'US') ?? 0,
      deltaX: number(0x0018602c, 'FD') ?? 0,
      deltaY: number(0x0018602e, 'FD') ?? 0,
      referenceY: number(0x00186022, 'SL') ?? 0,
      referenceValueY: number(0x0018602a, 'FD') ?? 0,
    },
  ];
}
