import { z } from 'zod';
import { noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const maskPlan = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('boxes'),
    boxes: z.array(z.object({ left: z.int(), top: z.int(), right: z.int(), bottom: z.int() })),
  }),
  z.object({ kind: z.literal('by-hand'), why: z.enum(['no-region', 'whole-picture', 'outside-picture']) }),
]);

const ordinal = z.coerce.number().int().min(0);

export const readSharePlan = endpoint({
  method: 'GET',
  path: '/api/portal/release/share-safe/:ordinal',
  audience: 'requester',
  action: 'release.share-safe',
  summary: 'What of a picture or clip may stay when it is shared with family, and which frames have to be looked at',
  input: z.object({ ordinal }),
  output: z.object({
    width: z.int(),
    height: z.int(),
    frames: z.int(),
    plan: maskPlan,
    /** Frames, from 0, that show everything that a clip shows: first, middle, last, and each that looks unlike those. */
    views: z.array(z.int()),
    /** The screen around the scan becomes another one within the clip. */
    surroundChanges: z.boolean(),
  }),
  refusals: ['identity-not-proved', 'not-found', 'not-playable'],
});

const pixel = z.coerce.number().int().min(0).max(65_535).optional();

export const openShareCopy = endpoint({
  method: 'GET',
  path: '/api/portal/release/share-safe/:ordinal/copy',
  audience: 'requester',
  action: 'release.share-safe',
  summary: 'A copy to share: black outside of what stays, no word of its header, checked for name, numbers and days',
  input: z.object({
    ordinal,
    /** JPEG and PNG show one frame; `dicom` is a de-identified object by the basic profile of PS3.15. */
    as: z.enum(['jpeg', 'png', 'mp4', 'dicom']).default('jpeg'),
    /** From 0, for JPEG and PNG; the middle one when it is not given. */
    frame: z.coerce.number().int().min(0).max(100_000).optional(),
    /** The part that the person chose to keep, both ends inside; all four or none. */
    left: pixel,
    top: pixel,
    right: pixel,
    bottom: pixel,
    /** To keep it as a file; without it the copy is only looked at. */
    save: z.enum(['yes', 'no']).default('no'),
  }),
  output: noContent,
  refusals: ['identity-not-proved', 'not-found', 'not-playable', 'needs-box', 'not-share-safe'],
  bytes: true,
});

/** Each with its place in the release and, where a person chose it, the part to keep: `7` or `7.120.60.900.700`. */
const copiesPattern = /^\d{1,6}(\.\d{1,5}){0,4}(,\d{1,6}(\.\d{1,5}){0,4}){0,29}$/;

export const downloadShareCopies = endpoint({
  method: 'GET',
  path: '/api/portal/release/share-safe-copies',
  audience: 'requester',
  action: 'release.share-safe',
  summary: 'Several copies to share as one ZIP; length known, Range honoured (RFC 9110 section 14)',
  input: z.object({
    of: z.string().regex(copiesPattern),
    /** What pictures become; clips become MP4 unless everything is to be DICOM. */
    as: z.enum(['jpeg', 'png', 'dicom']).default('jpeg'),
  }),
  output: noContent,
  refusals: ['identity-not-proved', 'not-found', 'not-playable', 'needs-box', 'not-share-safe'],
  bytes: true,
});
