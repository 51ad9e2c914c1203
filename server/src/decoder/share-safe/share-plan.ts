import {
  distinctViews,
  type FrameSketch,
  type MaskPlan,
  type Outcome,
  ok,
  sketchFrame,
  surroundChanges,
} from '@echoback/dicom-media';
import type { DecodeRefusal } from '../decode-refusal.ts';
import type { DecoderSetting } from '../decoder-setting.ts';
import { openSharedSource } from './shared-source.ts';

export type SharePlanRequest = { file: string; outFolder: string };

/** What may stay, in pixels of the picture, and the frames (from 0) that show everything that a clip shows. */
export type SharePlan = {
  width: number;
  height: number;
  frames: number;
  plan: MaskPlan;
  views: number[];
  /** The screen around the scan becomes another one within the clip. */
  surroundChanges: boolean;
};

/** Looks at every frame once, as it is stored: a word that comes and goes makes a view of its own. */
export async function planShare(
  request: SharePlanRequest,
  setting: DecoderSetting,
): Promise<Outcome<SharePlan, DecodeRefusal>> {
  const opened = openSharedSource(request.file, request.outFolder, setting);
  if (!opened.ok) return opened;
  const { plan, size, all, frames, close } = opened.value;
  setting.begin('clip');
  try {
    if (frames === 1) return ok({ ...size, frames, plan, views: [0], surroundChanges: false });
    const sketches: FrameSketch[] = [];
    for await (const picture of all()) {
      if (!picture.ok) return picture;
      sketches.push(sketchFrame(picture.value));
    }
    const boxes = plan.kind === 'boxes' ? plan.boxes : [];
    return ok({
      ...size,
      frames: sketches.length,
      plan,
      views: distinctViews(sketches),
      surroundChanges: plan.kind === 'boxes' && surroundChanges(sketches, boxes, size),
    });
  } finally {
    close();
  }
}
