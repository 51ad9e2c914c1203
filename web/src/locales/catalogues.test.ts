import { describe, expect, it } from 'vitest';
import { askText } from './ask.ts';
import { clockText } from './clock.ts';
import { deskText } from './desk.ts';
import { deskMediaText } from './desk-media.ts';
import { extensionText } from './extension.ts';
import { feeText } from './fee.ts';
import { lawWordsText } from './law-words.ts';
import { offlineText } from './offline.ts';
import { portalText } from './portal.ts';
import { printText } from './print.ts';
import { shareText } from './share.ts';
import type { Entry } from './text.ts';
import { viewerText } from './viewer.ts';
import { visitText } from './visit.ts';
import { wordsText } from './words.ts';

const rooms = {
  ask: askText,
  clock: clockText,
  desk: deskText,
  deskMedia: deskMediaText,
  extension: extensionText,
  fee: feeText,
  lawWords: lawWordsText,
  offline: offlineText,
  portal: portalText,
  print: printText,
  share: shareText,
  viewer: viewerText,
  visit: visitText,
  words: wordsText,
};
type Entries = Record<string, Entry>;

const forms = (entry: Entry | undefined): string[] =>
  entry === undefined ? [] : typeof entry === 'string' ? [entry] : [entry.one, entry.other];
const factsOf = (entry: Entry | undefined) =>
  [...new Set(forms(entry).flatMap((form) => form.match(/\{[\w-]+\}/g) ?? []))].sort();

describe.each(Object.entries(rooms))('the sentences of the %s room', (_name, room) => {
  const en: Entries = room.en;
  const es: Entries = room.es;

  it('exist in both languages, none of them empty', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    const empty = [...Object.entries(en), ...Object.entries(es)].filter(([, entry]) =>
      forms(entry).some((form) => form.trim() === ''),
    );
    expect(empty).toEqual([]);
  });

  it('name the same facts in both languages', () => {
    const differing = Object.keys(en).filter(
      (key) =>
        // A singular may leave the number out: "1 picture".
        String(factsOf(en[key]).filter((fact) => fact !== '{count}')) !==
        String(factsOf(es[key]).filter((fact) => fact !== '{count}')),
    );
    expect(differing).toEqual([]);
  });

  it('keep the voice: no exclamation mark, no "please note", no "oops"', () => {
    const loud = [...Object.values(en), ...Object.values(es)]
      .flatMap(forms)
      .filter((form) => /[!¡]|please note|oops/i.test(form));
    expect(loud).toEqual([]);
  });
});
