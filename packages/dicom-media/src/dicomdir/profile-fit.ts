import type { Tag } from '../part10/element.ts';
import { EXPLICIT_LITTLE_ENDIAN } from '../part10/transfer-syntax.ts';
import { MEDIA_PROFILES, type MediaProfile, type Medium } from './media-profiles.ts';
import type { FiledInstance } from './record-tree.ts';

/** Why one file keeps a file-set from claiming a profile. */
export type ProfileObstacle = { fileId: string } & (
  | { code: 'not-part-10' }
  | { code: 'sop-class'; sopClassUid: string | undefined }
  /** `convertTo` names what a converted copy would be written in; undefined where none is sensible (video). */
  | { code: 'transfer-syntax'; transferSyntaxUid: string; convertTo: string | undefined }
  | { code: 'calibration-missing'; tag: Tag }
);

export type ProfileFit = { profile: MediaProfile; fits: boolean; obstacles: ProfileObstacle[] };

const REGIONS: Tag = 0x00186011;
const PIXEL_COMPONENT_ORGANIZATION: Tag = 0x00186044;

/** MPEG-2, MPEG-4 and HEVC: nobody wants these as thousands of uncompressed pictures. */
const VIDEO = /^1\.2\.840\.10008\.1\.2\.4\.10\d(\.1)?$/;

/**
 * Which media application profiles (PS3.11) the files may claim as they are, and what stands in the way of each other
 * one. Says what a converted copy would need, and converts nothing: an original is never changed for a profile.
 */
export function profileFits(
  instances: readonly FiledInstance[],
  profiles: readonly MediaProfile[] = MEDIA_PROFILES,
): ProfileFit[] {
  return profiles.map((profile) => {
    const obstacles = instances.flatMap((instance) => obstaclesOf(instance, profile));
    return { profile, fits: obstacles.length === 0, obstacles };
  });
}

/** The profile to state for this medium; undefined means "no profile claimed", which a README has to say. */
export function claimableProfile(instances: readonly FiledInstance[], medium: Medium): MediaProfile | undefined {
  const ofMedium = MEDIA_PROFILES.filter((profile) => profile.medium === medium);
  return profileFits(instances, ofMedium).find(({ fits }) => fits)?.profile;
}

function obstaclesOf({ index, fileId }: FiledInstance, profile: MediaProfile): ProfileObstacle[] {
  const { sopClassUid, transferSyntaxUid, exportForm, record, ultrasoundCalibration } = index;
  if (!exportForm.isPart10) return [{ code: 'not-part-10', fileId }];
  const obstacles: ProfileObstacle[] = [];
  if (!record.type || !sopClassUid || (profile.sopClasses && !profile.sopClasses.includes(sopClassUid)))
    obstacles.push({ code: 'sop-class', sopClassUid, fileId });
  if (profile.transferSyntaxes && !profile.transferSyntaxes.includes(transferSyntaxUid)) {
    const convertTo = VIDEO.test(transferSyntaxUid) ? undefined : EXPLICIT_LITTLE_ENDIAN;
    obstacles.push({ code: 'transfer-syntax', transferSyntaxUid, convertTo, fileId });
  }
  const lacks = missingCalibration(ultrasoundCalibration ?? 'none', profile);
  if (lacks !== undefined) obstacles.push({ code: 'calibration-missing', tag: lacks, fileId });
  return obstacles;
}

/** The attribute that is not there; `combined` includes `spatial`. */
function missingCalibration(has: MediaProfile['calibration'], { calibration: needs }: MediaProfile): Tag | undefined {
  if (needs === 'none' || has === 'combined') return undefined;
  if (has === 'none') return REGIONS;
  return needs === 'combined' ? PIXEL_COMPONENT_ORGANIZATION : undefined;
}
