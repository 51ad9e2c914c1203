import type { Outcome } from '@echoback/dicom-media';
import type { DecodeRefusal } from './decode-refusal.ts';
import type { Ffmpeg, Stage } from './decoder-setting.ts';
import type { DerivedObject } from './derived-object.ts';
import type { FrameBytes, FrameRequest } from './render-one-frame.ts';
import type { ShareSafePicture, ShareSafeRequest } from './share-safe-picture.ts';

/** What the pool asks of a decoder process; one piece of work at a time. */
export type Work =
  | { kind: 'derive'; file: string; outFolder: string }
  | ({ kind: 'frame' } & FrameRequest)
  | ({ kind: 'share-safe' } & ShareSafeRequest);

export type WorkMessage = { work: Work; ffmpeg: Ffmpeg | undefined };

/** What a decoder process says. */
export type DecoderMessage =
  | { kind: 'ready' }
  | { kind: 'stage'; stage: Stage }
  | { kind: 'watch'; processId: number | undefined }
  | { kind: 'done'; result: WorkResult };

export type WorkResult = Outcome<DerivedObject | FrameBytes | ShareSafePicture, DecodeRefusal>;
