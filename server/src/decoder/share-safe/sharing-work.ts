import type { KeptBox, LeakSearch, SharedUids } from '@echoback/dicom-media';
import type { DecoderSetting } from '../decoder-setting.ts';
import type { SharedSource } from './shared-source.ts';

export type ShareCopyForm =
  /** One frame (from 0; the middle one when not given). */
  | { as: 'jpeg' | 'png'; frame?: number | undefined }
  | { as: 'mp4' }
  /** A DICOM object with these UIDs and numbers in place of its own. */
  | { as: 'dicom'; uids: SharedUids; seriesNumber: number; instanceNumber: number };

/** A copy that passed its check. */
export type ShareCopy = { path: string; mediaType: string; sizeBytes: number };

/** What every kind of copy is made and checked with. */
export type SharingWork = {
  source: SharedSource;
  boxes: readonly KeptBox[];
  /** Nothing stays that the object's own regions leave out; true where it has none and a person said what stays. */
  pixelsAreClean: boolean;
  search: LeakSearch;
  /** The longest word that is searched for, in bytes. */
  overlap: number;
  outFolder: string;
  setting: DecoderSetting;
};
