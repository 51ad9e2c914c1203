/** The VRs of PS3.5 table 6.2-1; true for those whose explicit header has a four byte length (PS3.5 7.1.2). */
const LONG_FORM: readonly (readonly [vr: string, longForm: boolean])[] = [
  ...['AE', 'AS', 'AT', 'CS', 'DA', 'DS', 'DT', 'FL', 'FD', 'IS', 'LO', 'LT'].map((vr) => [vr, false] as const),
  ...['PN', 'SH', 'SL', 'SS', 'ST', 'TM', 'UI', 'UL', 'US'].map((vr) => [vr, false] as const),
  ...['OB', 'OD', 'OF', 'OL', 'OV', 'OW', 'SQ', 'SV', 'UC', 'UN', 'UR', 'UT', 'UV'].map((vr) => [vr, true] as const),
];

export type ValueRepresentation = { vr: string; longForm: boolean };

const BY_LETTERS = new Map<number, ValueRepresentation>(
  LONG_FORM.map(([vr, longForm]) => [(vr.charCodeAt(0) << 8) | vr.charCodeAt(1), { vr, longForm }]),
);

/** The VR with these two letters, given as one number; undefined when the standard knows none. */
export function knownRepresentation(letters: number): ValueRepresentation | undefined {
  return BY_LETTERS.get(letters);
}

/** Two capital letters that no edition names: a future VR, which has the long form (PS3.5 7.1.2). */
export function futureRepresentation(letters: number): ValueRepresentation | undefined {
  const isCapital = (code: number) => code >= 0x41 && code <= 0x5a;
  if (!isCapital(letters >> 8) || !isCapital(letters & 0xff)) return undefined;
  return { vr: 'UN', longForm: true };
}

/** VRs of Implicit VR elements that are not text or that split their text differently; PS3.6. */
const IMPLICIT: readonly (readonly [vr: string, tags: readonly number[]])[] = [
  ['UL', [0x00020000, 0x00041200, 0x00041202, 0x00041400, 0x00041420, 0x00186018, 0x0018601a, 0x0018601c, 0x0018601e]],
  ['UL', [0x00186016, 0x00186030, 0x00186032, 0x0018603a, 0x00186042, 0x00186046, 0x00186052, 0x0040a132]],
  ['SL', [0x00186020, 0x00186022, 0x00186038, 0x0018603c]],
  ['US', [0x00186012, 0x00186014, 0x00186024, 0x00186026, 0x00186048, 0x0018604c, 0x0040a0b0, 0x00720100]],
  ['FD', [0x00186028, 0x0018602a, 0x0018602c, 0x0018602e, 0x00186036, 0x00186040, 0x00186044, 0x00186050]],
  ['FL', [0x00700022, 0x00700014, 0x00186054, 0x0070001a]],
  ['US', [0x00280002, 0x00280005, 0x00280006, 0x00280010, 0x00280011, 0x00280012, 0x00280014, 0x00280100]],
  ['US', [0x00280101, 0x00280102, 0x00280103, 0x00281101, 0x00281102, 0x00281103, 0x00283002, 0x00280106, 0x00280107]],
  ['OW', [0x00281201, 0x00281202, 0x00281203, 0x00281221, 0x00281222, 0x00281223, 0x00283006, 0x7fe00010]],
  ['AT', [0x00280009, 0x00720026, 0x00041212]],
  ['OB', [0x00020001, 0x00420011]],
  ['LT', [0x00204000, 0x001021b0, 0x00324000]],
  ['ST', [0x00080081, 0x00420010, 0x0008010c]],
  ['UT', [0x0040a160]],
  ['PN', [0x00100010, 0x00101001, 0x00080090, 0x00081048, 0x00081050, 0x00081070, 0x0040a123, 0x0040a075, 0x00081060]],
  ['CS', [0x00080005, 0x00080008, 0x00080060, 0x00100040, 0x0040a040, 0x0040a491, 0x0040a493, 0x0040a010]],
  ['UI', [0x00020002, 0x00020003, 0x00020010, 0x00080016, 0x00080018, 0x0020000d, 0x0020000e, 0x00081150, 0x00081155]],
];

const BY_TAG = new Map(IMPLICIT.flatMap(([vr, tags]) => tags.map((tag) => [tag, vr] as const)));

/** Implicit VR names no types: the few that matter here are known, any other is `UN` and may hold a sequence. */
export function implicitRepresentation(tag: number): string {
  const vr = BY_TAG.get(tag);
  if (vr) return vr;
  // Overlay data and curves repeat over the groups 6000-601E and 5000-501E (PS3.5 7.6).
  if ((tag & 0xffe1ffff) >>> 0 === 0x60003000) return 'OW';
  return 'UN';
}

/** True when the explicit header of this VR has a four byte length. */
export function longForm(vr: string): boolean {
  return BY_LETTERS.get((vr.charCodeAt(0) << 8) | vr.charCodeAt(1))?.longForm ?? true;
}
