import type { Tag } from '../part10/element.ts';

/**
 * What an attribute of a de-identified object may hold. Nothing but this list is ever written (an allow-list, not the
 * block-list of PS3.15 table E.1-1), and nothing of it can carry a word of the source: words are ours, UIDs are new,
 * numbers describe pixels, and what the standard wants to see but which says who or when is empty.
 */
export type AttributeRule =
  | { vr: string; holds: 'own-words'; words: ReadonlySet<string> }
  | { vr: string; holds: 'numbers' | 'nothing' }
  | { vr: 'UI'; holds: 'new-uid' }
  | { vr: 'SQ'; holds: 'items' }
  | { vr: 'OB'; holds: 'pixels' };

export const ULTRASOUND_IMAGE = '1.2.840.10008.5.1.4.1.1.6.1';
export const ULTRASOUND_CLIP = '1.2.840.10008.5.1.4.1.1.3.1';
export const SECONDARY_CAPTURE = '1.2.840.10008.5.1.4.1.1.7';
export const GREY_CAPTURES = '1.2.840.10008.5.1.4.1.1.7.2';
export const COLOUR_CAPTURES = '1.2.840.10008.5.1.4.1.1.7.4';
export const JPEG_BASELINE = '1.2.840.10008.1.2.4.50';

/** PS3.16 CID 7050, with the codes of what is really done. */
export const BASIC_PROFILE = { code: '113100', meaning: 'Basic Application Confidentiality Profile' };
export const CLEAN_PIXELS = { code: '113101', meaning: 'Clean Pixel Data Option' };
export const METHOD = 'DICOM PS3.15 Basic Profile';
export const METHOD_CLEAN = 'DICOM PS3.15 Basic Profile; Clean Pixel Data Option';
export const DERIVATION = 'All pixels outside of the ultrasound regions or of a chosen box are black';
export const JPEG_METHOD = 'ISO_10918_1';

/** (0028,2114), PS3.3 C.7.6.1.1.5.1. */
export const LOSSY_METHODS = new Set([
  ...[JPEG_METHOD, 'ISO_14495_1', 'ISO_15444_1', 'ISO_13818_2', 'ISO_14496_10', 'ISO_23008_2'],
]);

const own = (vr: string, words: Iterable<string>): AttributeRule => ({ vr, holds: 'own-words', words: new Set(words) });
const numbers = (vr: string): AttributeRule => ({ vr, holds: 'numbers' });
const nothing = (vr: string): AttributeRule => ({ vr, holds: 'nothing' });
const newUid: AttributeRule = { vr: 'UI', holds: 'new-uid' };
const items: AttributeRule = { vr: 'SQ', holds: 'items' };

/** Numbers of one ultrasound region (PS3.3 C.8.5.5): where it lies and what a pixel of it means. */
export const REGION_NUMBERS: ReadonlyMap<Tag, string> = new Map([
  ...[0x00186012, 0x00186014, 0x00186024, 0x00186026].map((tag) => [tag, 'US'] as const),
  ...[0x00186016, 0x00186018, 0x0018601a, 0x0018601c, 0x0018601e].map((tag) => [tag, 'UL'] as const),
  ...[0x00186020, 0x00186022].map((tag) => [tag, 'SL'] as const),
  ...[0x00186028, 0x0018602a, 0x0018602c, 0x0018602e].map((tag) => [tag, 'FD'] as const),
]);

export const SHARED_ATTRIBUTES: ReadonlyMap<Tag, AttributeRule> = new Map<Tag, AttributeRule>([
  [0x00080008, own('CS', ['DERIVED', 'PRIMARY', 'SECONDARY'])],
  [0x00080016, own('UI', [ULTRASOUND_IMAGE, ULTRASOUND_CLIP, SECONDARY_CAPTURE, GREY_CAPTURES, COLOUR_CAPTURES])],
  [0x00080018, newUid],
  [0x00080020, nothing('DA')],
  [0x00080030, nothing('TM')],
  [0x00080050, nothing('SH')],
  [0x00080060, own('CS', ['US', 'OT'])],
  [0x00080064, own('CS', ['WSD'])],
  [0x00080070, nothing('LO')],
  [0x00080090, nothing('PN')],
  [0x00082111, own('ST', [DERIVATION])],
  // The parts of the codes in (0012,0064).
  [0x00080100, own('SH', [BASIC_PROFILE.code, CLEAN_PIXELS.code])],
  [0x00080102, own('SH', ['DCM'])],
  [0x00080104, own('LO', [BASIC_PROFILE.meaning, CLEAN_PIXELS.meaning])],
  [0x00100010, nothing('PN')],
  [0x00100020, nothing('LO')],
  [0x00100030, nothing('DA')],
  [0x00100040, nothing('CS')],
  [0x00120062, own('CS', ['YES'])],
  [0x00120063, own('LO', [METHOD, METHOD_CLEAN])],
  [0x00120064, items],
  [0x00181063, numbers('DS')],
  [0x00181065, numbers('DS')],
  [0x00186011, items],
  ...[...REGION_NUMBERS].map(([tag, vr]) => [tag, numbers(vr)] as const),
  [0x0020000d, newUid],
  [0x0020000e, newUid],
  [0x00200010, nothing('SH')],
  [0x00200011, numbers('IS')],
  [0x00200013, numbers('IS')],
  [0x00200020, nothing('CS')],
  [0x00200060, nothing('CS')],
  ...[0x00280002, 0x00280006, 0x00280010, 0x00280011, 0x00280014].map((tag) => [tag, numbers('US')] as const),
  [0x00280004, own('CS', ['MONOCHROME2', 'RGB', 'YBR_FULL_422'])],
  [0x00280008, numbers('IS')],
  [0x00280009, numbers('AT')],
  [0x00280034, numbers('IS')],
  ...[0x00280100, 0x00280101, 0x00280102, 0x00280103].map((tag) => [tag, numbers('US')] as const),
  [0x00280301, own('CS', ['NO', 'YES'])],
  [0x00280303, own('CS', ['REMOVED'])],
  [0x00281052, numbers('DS')],
  [0x00281053, numbers('DS')],
  [0x00281054, own('LO', ['US'])],
  [0x00282110, own('CS', ['00', '01'])],
  [0x00282112, numbers('DS')],
  [0x00282114, own('CS', LOSSY_METHODS)],
  [0x20500020, own('CS', ['IDENTITY'])],
  [0x7fe00010, { vr: 'OB', holds: 'pixels' }],
]);
