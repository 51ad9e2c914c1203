import type { Outcome } from '@echoback/dicom-media';
import type { DecodeRefusal } from './decode-refusal.ts';
import type { Ffmpeg, Stage } from './decoder-setting.ts';
import type { DerivedObject } from './derived-object.ts';
import type { FrameBytes, FrameRequest } from './render-one-frame.ts';
import type { ShareCopyRequest } from './share-safe/share-copy.ts';
import type { SharePlan, SharePlanRequest } from './share-safe/share-plan.ts';
import type { ShareCopy } from './share-safe/sharing-work.ts';

/** What the pool asks of a decoder process; one piece of work at a time. */
export type Work =
  | { kind: 'derive'; file: string; outFolder: string }
  | ({ kind: 'frame' } & FrameRequest)
  | ({ kind: 'share-plan' } & SharePlanRequest)
  | ({ kind: 'share-copy' } & ShareCopyRequest);

export type WorkMessage = { work: Work; ffmpeg: Ffmpeg | undefined };

/** What a decoder process says. */
export type DecoderMessage =
  | { kind: 'ready' }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'watch'; processId: number; isOver: boolean }
  | { kind: 'done'; result: WorkResult };

export type WorkResult = Outcome<DerivedObject | FrameBytes | SharePlan | ShareCopy, DecodeRefusal>;
