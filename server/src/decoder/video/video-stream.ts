/** ffmpeg's names of the containers and bare streams that DICOM video comes in. */
export type VideoStream = 'mp4' | 'mpegts' | 'mpeg' | 'mpegvideo' | 'h264' | 'hevc';

const TRANSPORT_PACKET_BYTES = 188;

/**
 * Told by the first bytes, and then forced upon ffmpeg: left to guess, it also knows playlists and other formats that
 * open further files.
 */
export function videoStreamKind(start: Uint8Array): VideoStream | undefined {
  if (String.fromCharCode(...start.subarray(4, 8)) === 'ftyp') return 'mp4';
  if (start[0] === 0x47 && start[TRANSPORT_PACKET_BYTES] === 0x47) return 'mpegts';
  const code = startCode(start);
  if (code === undefined) return undefined;
  if (code === 0xba) return 'mpeg';
  if (code === 0xb3) return 'mpegvideo';
  // H.265 starts with a parameter set of type 32-35 (or a delimiter, 35); H.264 with 7, 8 or a delimiter, 9.
  const hevcType = (code >> 1) & 0x3f;
  if ((code & 0x81) === 0 && hevcType >= 32 && hevcType <= 35) return 'hevc';
  return [6, 7, 8, 9].includes(code & 0x1f) ? 'h264' : undefined;
}

/** The byte behind the first `00 00 01`, which must stand at the very start. */
function startCode(start: Uint8Array): number | undefined {
  const zeros = start.findIndex((byte) => byte !== 0);
  return (zeros === 2 || zeros === 3) && start[zeros] === 1 ? start[zeros + 1] : undefined;
}
