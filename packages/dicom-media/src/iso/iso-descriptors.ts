import type { Day } from './disc-volume.ts';
import { ascii, type IsoTree, setBoth16, setBoth32, ucs2, volumeTime } from './iso-fields.ts';
import { sectorBytes } from './sectors.ts';

export type IsoVolumeFacts = {
  label: string;
  day: Day;
  totalSectors: number;
  pathTableBytes: number;
  littlePathTable: number;
  bigPathTable: number;
  rootRecord: Uint8Array;
};

const APPLICATION = 'ECHOBACK';

/** ECMA-119 8.4 (primary) and 8.5 with Joliet's escape sequence for UCS-2 level 3 (supplementary). */
export function isoVolumeDescriptor(tree: IsoTree, facts: IsoVolumeFacts): Uint8Array {
  const bytes = new Uint8Array(sectorBytes);
  const view = new DataView(bytes.buffer);
  bytes[0] = tree === 'iso' ? 1 : 2;
  bytes.set(ascii('CD001\x01'), 1);
  const put = (at: number, length: number, text: string) => bytes.set(padded(tree, text, length), at);
  put(8, 32, '');
  put(40, 32, facts.label);
  setBoth32(view, 80, facts.totalSectors);
  if (tree === 'joliet') bytes.set(ascii('%/E'), 88);
  setBoth16(view, 120, 1);
  setBoth16(view, 124, 1);
  setBoth16(view, 128, sectorBytes);
  setBoth32(view, 132, facts.pathTableBytes);
  view.setUint32(140, facts.littlePathTable, true);
  view.setUint32(148, facts.bigPathTable, false);
  bytes.set(facts.rootRecord, 156);
  put(190, 128, facts.label);
  put(318, 128, '');
  put(446, 128, '');
  put(574, 128, APPLICATION);
  for (const at of [702, 739, 776]) put(at, 37, '');
  bytes.set(volumeTime(facts.day), 813);
  bytes.set(volumeTime(facts.day), 830);
  for (const at of [847, 864]) bytes.set(ascii(`${'0'.repeat(16)}\0`), at);
  bytes[881] = 1;
  return bytes;
}

/** ECMA-119 8.3. */
export function isoTerminator(): Uint8Array {
  return ascii('\xffCD001\x01');
}

function padded(tree: IsoTree, text: string, length: number): Uint8Array {
  if (tree === 'iso') return ascii(text.padEnd(length, ' '));
  const bytes = new Uint8Array(length);
  bytes.set(ucs2(text.padEnd(length >> 1, ' ')));
  return bytes;
}
