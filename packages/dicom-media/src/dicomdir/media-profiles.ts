import { EXPLICIT_LITTLE_ENDIAN } from '../part10/transfer-syntax.ts';
import type { UltrasoundCalibration } from '../part10/ultrasound-calibration.ts';

/** What a file-set is carried by. A ZIP is an attachment in the eyes of the standard (PS3.12 annexes V and W). */
export type Medium = 'CD' | 'DVD' | 'BD' | 'USB' | 'ZIP';

/** What one media application profile of PS3.11 takes. */
export type MediaProfile = {
  name: string;
  medium: Medium;
  /** Undefined: any. */
  transferSyntaxes: readonly string[] | undefined;
  /** Undefined: any composite storage class that has a directory record. */
  sopClasses: readonly string[] | undefined;
  /** The least that each picture must say about lengths and values in it. */
  calibration: UltrasoundCalibration;
};

const JPEG = '1.2.840.10008.1.2.4.';
const JPEG_BASELINE = `${JPEG}50`;
const RLE = '1.2.840.10008.1.2.5';
const US_IMAGE = '1.2.840.10008.5.1.4.1.1.6.1';
const US_MULTI_FRAME = '1.2.840.10008.5.1.4.1.1.3.1';

const general = (name: string, medium: Medium, coded: readonly string[] | undefined): MediaProfile => ({
  name: `STD-GEN-${name}`,
  medium,
  transferSyntaxes: coded && [EXPLICIT_LITTLE_ENDIAN, ...coded],
  sopClasses: undefined,
  calibration: 'none',
});

const WITH_JPEG = [JPEG_BASELINE, `${JPEG}51`, `${JPEG}70`];
const WITH_JPEG_2000 = [`${JPEG}90`, `${JPEG}91`];

/** Annexes D, H, J and following, in the order in which they are worth claiming: the plainest first. */
const GENERAL: readonly MediaProfile[] = [
  general('CD', 'CD', []),
  general('DVD-RAM', 'DVD', []),
  general('DVD-JPEG', 'DVD', WITH_JPEG),
  general('DVD-J2K', 'DVD', WITH_JPEG_2000),
  general('BD-JPEG', 'BD', WITH_JPEG),
  general('BD-J2K', 'BD', WITH_JPEG_2000),
  general('BD-MPEG2-MPML', 'BD', [`${JPEG}100`]),
  general('BD-MPEG2-MPHL', 'BD', [`${JPEG}101`]),
  general('BD-MPEG4-HPLV41', 'BD', [`${JPEG}102`]),
  general('BD-MPEG4-HPLV41BD', 'BD', [`${JPEG}103`]),
  general('BD-MPEG4-HPLV42-2D', 'BD', [`${JPEG}104`]),
  general('BD-MPEG4-HPLV42-3D', 'BD', [`${JPEG}105`]),
  general('BD-MPEG4-SHPLV42', 'BD', [`${JPEG}106`]),
  ...['USB', 'MMC', 'CF', 'SD'].map((card) => general(`${card}-JPEG`, 'USB', WITH_JPEG)),
  ...['USB', 'MMC', 'CF', 'SD'].map((card) => general(`${card}-J2K`, 'USB', WITH_JPEG_2000)),
  general('MIME', 'ZIP', undefined),
];

const CALIBRATIONS: readonly (readonly [letters: string, needs: UltrasoundCalibration])[] = [
  ['ID', 'none'],
  ['SC', 'spatial'],
  ['CC', 'combined'],
];

/** Annex C: for display, with spatial, with combined calibration; single frame, or clips too. */
const ULTRASOUND: readonly MediaProfile[] = CALIBRATIONS.flatMap(([letters, calibration]) =>
  (['SF', 'MF'] as const).flatMap((frames) =>
    (['CDR', 'DVD'] as const).map((disc) => ({
      name: `STD-US-${letters}-${frames}-${disc}`,
      medium: disc === 'CDR' ? ('CD' as const) : ('DVD' as const),
      transferSyntaxes: [EXPLICIT_LITTLE_ENDIAN, RLE, JPEG_BASELINE],
      sopClasses: frames === 'SF' ? [US_IMAGE] : [US_IMAGE, US_MULTI_FRAME],
      calibration,
    })),
  ),
);

/** The general purpose and the ultrasound profiles of PS3.11. */
export const MEDIA_PROFILES: readonly MediaProfile[] = [...GENERAL, ...ULTRASOUND];
