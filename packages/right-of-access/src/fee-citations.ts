import type { ChargeableLine } from './fee-line.ts';
import { type ForbiddenLine, forbiddenLines } from './forbidden-line.ts';
import type { Pack } from './policy-pack.ts';

/** The clause that lets a line be charged. */
export function lineCite(label: ChargeableLine, { sources, flatCapCents }: Pack): string {
  switch (label) {
    case 'labour':
    case 'postage':
    case 'summary':
      return sources[label];
    case 'cd':
    case 'dvd':
    case 'usb':
    case 'print-sheets':
    case 'paper-pages':
      return sources.supplies;
    case 'flat':
      return flatCapCents.cite;
  }
}

export function neverChargedCite(label: ForbiddenLine, { sources }: Pack): string {
  return sources[`never-charged/${label}`];
}

export function isForbiddenLine(label: ChargeableLine | ForbiddenLine): label is ForbiddenLine {
  return forbiddenLines.some((line) => line === label);
}
