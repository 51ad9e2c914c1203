import { availableParallelism, tmpdir } from 'node:os';
import type { Outcome } from '@echoback/dicom-media';
import { type Confinement, confine } from './confinement.ts';
import { type DecodeRefusal, failed } from './decode-refusal.ts';
import { type DecoderChild, startDecoderChild } from './decoder-child.ts';
import { DECODER_LIMITS, type DecoderLimits } from './decoder-limits.ts';
import type { Work, WorkResult } from './decoder-messages.ts';
import type { DerivedObject } from './derived-object.ts';
import type { FrameBytes, FrameRequest } from './render-one-frame.ts';
import type { ShareCopyRequest } from './share-safe/share-copy.ts';
import type { SharePlan, SharePlanRequest } from './share-safe/share-plan.ts';
import type { ShareCopy } from './share-safe/sharing-work.ts';
import { findFfmpeg } from './video/find-ffmpeg.ts';

export type DecoderPoolOptions = {
  /** Where ffmpeg is, when not on the path and not the one from npm. */
  ffmpegPath?: string | undefined;
  /** Processes at work at the same time; as many as the machine has cores when not given. */
  processes?: number;
  limits?: Partial<DecoderLimits>;
  /** The only folder below which decoders may write: every `outFolder` lies there. The system's temporary one if not given. */
  writableFolder?: string;
};

type DeriveResult = Outcome<DerivedObject, DecodeRefusal>;
type FrameResult = Outcome<FrameBytes, DecodeRefusal>;

/** The only door to decoding: untrusted pixels never meet the server's own process (S7.3). */
export type DecoderPool = {
  /** Writes what a person sees of one stored object into `outFolder`, which must exist. */
  derive: (input: { file: string; outFolder: string }) => Promise<DeriveResult>;
  /** One frame as PNG, JPEG or WebP. */
  frame: (input: FrameRequest) => Promise<FrameResult>;
  /** What of an object may stay when it is shared, and which of its frames have to be looked at. */
  planShare: (input: SharePlanRequest) => Promise<Outcome<SharePlan, DecodeRefusal>>;
  /** A copy without whose it is, written into `outFolder` and checked before it is told. */
  shareCopy: (input: ShareCopyRequest) => Promise<Outcome<ShareCopy, DecodeRefusal>>;
  /** True when clips can be made on this machine. */
  hasVideo: () => Promise<boolean>;
  close: () => void;
};

type Job = { work: Work; kills: number; resolve: (result: WorkResult) => void };

/** A file that kills its decoder is tried once more, in a fresh process: the machine may have been to blame. */
const KILLS_MAX = 2;
/** An idle decoder is let go after this: it holds a hundred megabytes. */
const IDLE_MS = 60_000;
/** Processes are replaced after so much work, lest what a codec leaks adds up. */
const WORK_PER_PROCESS = 500;

export function openDecoderPool(options: DecoderPoolOptions = {}): DecoderPool {
  const limits = { ...DECODER_LIMITS, ...options.limits };
  const places = Math.max(1, options.processes ?? availableParallelism());
  const ffmpeg = findFfmpeg(options.ffmpegPath);
  const confinement = confine(options.writableFolder ?? tmpdir());
  const queue: Job[] = [];
  const idle: Place[] = Array.from({ length: places }, () => ({ child: undefined, done: 0, idleTimer: undefined }));
  const busy = new Set<Place>();
  let isClosed = false;

  const serve = () => {
    while (queue.length > 0 && idle.length > 0) {
      const place = idle.pop() as Place;
      clearTimeout(place.idleTimer);
      const job = queue.shift() as Job;
      busy.add(place);
      void runJob(place, job).finally(() => {
        busy.delete(place);
        idle.push(place);
        place.idleTimer = setTimeout(() => letGo(place), IDLE_MS).unref();
        serve();
      });
    }
  };

  const runJob = async (place: Place, job: Job) => {
    const message = { work: job.work, ffmpeg: await ffmpeg };
    const end = await childAt(place, limits, await confinement).run(message);
    if (end.kind === 'result') return job.resolve(end.result);
    if (end.kind === 'not-started') return job.resolve(failed('decoder-fault', end.why));
    job.kills++;
    if (job.kills < KILLS_MAX && !isClosed) queue.unshift(job);
    else job.resolve(failed('kills-decoder', end.why));
  };

  const ask = (work: Work) =>
    new Promise<WorkResult>((resolve) => {
      if (isClosed) return resolve(failed('decoder-fault', 'the pool is closed'));
      queue.push({ work, kills: 0, resolve });
      serve();
    });

  return {
    derive: (input) => ask({ kind: 'derive', ...input }) as Promise<DeriveResult>,
    frame: (input) => ask({ kind: 'frame', ...input }) as Promise<FrameResult>,
    planShare: (input) => ask({ kind: 'share-plan', ...input }) as Promise<Outcome<SharePlan, DecodeRefusal>>,
    shareCopy: (input) => ask({ kind: 'share-copy', ...input }) as Promise<Outcome<ShareCopy, DecodeRefusal>>,
    hasVideo: async () => (await ffmpeg) !== undefined,
    close: () => {
      isClosed = true;
      for (const job of queue.splice(0)) job.resolve(failed('decoder-fault', 'the pool is closed'));
      for (const place of idle) letGo(place);
      for (const place of busy) place.child?.kill();
    },
  };
}

type Place = { child: DecoderChild | undefined; done: number; idleTimer: NodeJS.Timeout | undefined };

function letGo(place: Place): void {
  place.child?.kill();
  place.child = undefined;
}

/** The process of this place, a fresh one when it has died or worked enough. */
function childAt(place: Place, limits: DecoderLimits, confinement: Confinement): DecoderChild {
  if (place.child?.isAlive() && place.done < WORK_PER_PROCESS) {
    place.done++;
    return place.child;
  }
  letGo(place);
  place.child = startDecoderChild(limits, confinement);
  place.done = 1;
  return place.child;
}
