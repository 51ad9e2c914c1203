import { firstNumber, numbers } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';

/** How long each frame is shown. `assumed` when the object does not say: the page then must not call it real time. */
export type FrameTimes = { startsMs: number[]; durationMs: number; source: FrameTimeSource };

export type FrameTimeSource = 'frame-time' | 'frame-time-vector' | 'rate' | 'duration' | 'assumed';

/** A frame shorter or longer than this is a wrong entry, not a clip anybody made. */
const FRAME_MS_MIN = 1;
const FRAME_MS_MAX = 10_000;
const ASSUMED_RATE = 30;

const FRAME_TIME = 0x00181063;
const FRAME_TIME_VECTOR = 0x00181065;

/** Cine module (PS3.3 C.7.6.5) and its older cousins, the most exact first. */
export function frameTimes(dataSet: DataSet, frames: number): FrameTimes {
  const pointer = numbers(dataSet, 0x00280009, 'AT')[0];
  const vector = vectorTimes(dataSet, frames);
  if (vector && pointer !== FRAME_TIME) return vector;
  const frameTime = plausible(firstNumber(dataSet, FRAME_TIME));
  if (frameTime) return even(frames, frameTime, 'frame-time');
  if (vector) return vector;
  const rate =
    plausible(rateToMs(firstNumber(dataSet, 0x00180040))) ?? plausible(rateToMs(firstNumber(dataSet, 0x00082144)));
  if (rate) return even(frames, rate, 'rate');
  const seconds = firstNumber(dataSet, 0x00181242);
  const share = plausible(seconds === undefined ? undefined : (seconds * 1000) / frames);
  if (share) return even(frames, share, 'duration');
  return even(frames, 1000 / ASSUMED_RATE, 'assumed');
}

/** The first entry is 0, each other the wait since the frame before; the last frame stays for the mean. */
function vectorTimes(dataSet: DataSet, frames: number): FrameTimes | undefined {
  const waits = numbers(dataSet, FRAME_TIME_VECTOR).slice(1, frames);
  if (frames < 2 || waits.length !== frames - 1) return undefined;
  const startsMs = [0];
  let at = 0;
  for (const wait of waits) {
    if (plausible(wait) === undefined) return undefined;
    at += wait;
    startsMs.push(at);
  }
  return { startsMs, durationMs: at + at / waits.length, source: 'frame-time-vector' };
}

function even(frames: number, frameMs: number, source: FrameTimeSource): FrameTimes {
  return { startsMs: Array.from({ length: frames }, (_, at) => at * frameMs), durationMs: frames * frameMs, source };
}

function plausible(ms: number | undefined): number | undefined {
  return ms !== undefined && ms >= FRAME_MS_MIN && ms <= FRAME_MS_MAX ? ms : undefined;
}

const rateToMs = (rate: number | undefined) => (rate ? 1000 / rate : undefined);
