import { lengthScale } from '@echoback/dicom-media';
import type { Manifest, ManifestInstance } from '../store/records.ts';
import type { PrintedPicture, PrintScale } from './print-choice.ts';

/** Smaller than any JPEG: nothing that could be a picture. */
const smallestJpegBytes = 128;

/** What of a release goes on paper, in its order: stills, and of each clip the frame that stands for it. */
export function printedPictures({ exams }: Manifest): PrintedPicture[] {
  return exams.flatMap(({ label, studyDate, instances }) =>
    instances.flatMap((instance) => {
      const file = instance.derived.find(({ kind }) => kind === 'picture' || kind === 'poster');
      if (!file?.width || !file.height || file.mediaType !== 'image/jpeg') return [];
      if (file.sizeBytes < smallestJpegBytes) return [];
      const { sha256, sizeBytes, width, height } = file;
      return [
        {
          ...{ sha256, sizeBytes, width, height, studyDate },
          label: instance.label,
          isClip: file.kind === 'poster',
          examLabel: label,
          scale: printScale(instance),
        },
      ];
    }),
  );
}

/** Pixels of a print are square: a scan whose pixels are not has no one scale on paper. */
const mostUneven = 0.02;

function printScale({ calibration }: ManifestInstance): PrintScale | undefined {
  const scale = calibration && lengthScale(calibration);
  if (!scale || Math.abs(scale.cmPerPixelX / scale.cmPerPixelY - 1) > mostUneven) return undefined;
  return { cmPerPixel: scale.cmPerPixelY, top: scale.region.top, bottom: scale.region.bottom };
}
