import { type Day, RECORDED_HOUR } from './disc-volume.ts';

/** ISO 9660 has two trees over the same files: short names for everybody, and Joliet's long ones. */
export type IsoTree = 'iso' | 'joliet';

/** Numbers are recorded twice, small end first and then big end first (ECMA-119 7.2.3, 7.3.3). */
export function setBoth16(view: DataView, at: number, value: number): void {
  view.setUint16(at, value, true);
  view.setUint16(at + 2, value, false);
}

export function setBoth32(view: DataView, at: number, value: number): void {
  view.setUint32(at, value, true);
  view.setUint32(at + 4, value, false);
}

/** ECMA-119 9.1.5. */
export function recordTime({ year, month, day }: Day): Uint8Array {
  return Uint8Array.of(year - 1900, month, day, RECORDED_HOUR, 0, 0, 0);
}

/** ECMA-119 8.4.26.1. */
export function volumeTime({ year, month, day }: Day): Uint8Array {
  const digits = `${year}${pad(month)}${pad(day)}${RECORDED_HOUR}000000`;
  return ascii(`${digits}\0`);
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Joliet: UCS-2, big end first. */
export function ucs2(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), false);
  return bytes;
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
