import { statSync } from 'node:fs';
import {
  type Identity,
  identityOf,
  type KeptBox,
  leakSearch,
  liesWithin,
  longestNeedle,
  type Outcome,
  ok,
} from '@echoback/dicom-media';
import { type DecodeRefusal, failed } from '../decode-refusal.ts';
import type { DecoderSetting } from '../decoder-setting.ts';
import { writeSharedClip } from './share-clip.ts';
import { writeSharedObject } from './share-object.ts';
import { writeSharedPicture } from './share-picture.ts';
import { openSharedSource } from './shared-source.ts';
import type { ShareCopy, ShareCopyForm, SharingWork } from './sharing-work.ts';

export type ShareCopyRequest = {
  file: string;
  /** Takes the copy; below the pool's writable folder. */
  outFolder: string;
  /** The part that a person drew; undefined where the object's own regions decide. */
  box: KeptBox | undefined;
  /** Who must not be found, beyond what the header says: the facility's own directory. */
  known: { names: string[]; numbers: string[]; days: string[] };
  form: ShareCopyForm;
};

/**
 * A copy of an object, black outside of what stays, without a word of its header. It is read again before it is told:
 * nothing bright outside the boxes, no name, number or day in any byte, nothing in it that our files do not have.
 */
export async function makeShareCopy(
  request: ShareCopyRequest,
  setting: DecoderSetting,
): Promise<Outcome<ShareCopy, DecodeRefusal>> {
  const opened = openSharedSource(request.file, request.outFolder, setting);
  if (!opened.ok) return opened;
  const source = opened.value;
  setting.begin('clip');
  try {
    const { plan } = source;
    const boxes = request.box ? [request.box] : plan.kind === 'boxes' ? plan.boxes : undefined;
    if (!boxes) return failed('needs-box', plan.kind === 'by-hand' ? plan.why : '');
    const pixelsAreClean = !request.box || plan.kind === 'by-hand' || liesWithin(request.box, plan.boxes);
    const identity = joinedIdentity(identityOf(source.dataSet), request.known);
    const { outFolder } = request;
    const overlap = longestNeedle(identity);
    const written = await write(request.form, {
      ...{ source, boxes, pixelsAreClean, search: leakSearch(identity), overlap, outFolder, setting },
    });
    return written.ok ? ok({ ...written.value, sizeBytes: statSync(written.value.path).size }) : written;
  } finally {
    source.close();
  }
}

function write(
  form: ShareCopyForm,
  work: SharingWork,
): Promise<Outcome<Pick<ShareCopy, 'path' | 'mediaType'>, DecodeRefusal>> {
  if (form.as === 'mp4') return writeSharedClip(work);
  if (form.as === 'dicom') return writeSharedObject(form, work);
  return writeSharedPicture(form, work);
}

function joinedIdentity(header: Identity, known: ShareCopyRequest['known']): Identity {
  return {
    names: [...header.names, ...known.names],
    numbers: [...header.numbers, ...known.numbers],
    days: [...header.days, ...known.days],
    raw: header.raw,
  };
}
