import { inks } from '../letters/letter-page.ts';
import type { Language } from '../releases/exam-words.ts';
import { finishLabel, openLabel } from './label-page.ts';
import { labelWords } from './label-words.ts';

export type MailingLabel = {
  language: Language;
  facilityName: string;
  /** Street and town alone: what kind of office sends it is nobody's business but the recipient's (45 CFR 164.530(c)). */
  senderAddress: string[];
  reference: string;
  createdOn: string;
  recipientName: string;
  recipientAddress: string[];
};

/** The 4 by 6 inch label of US carriers, lying. */
const width = 432;
const height = 288;
const margin = 22;
const addressX = 120;
const largest = 20;

/** Where it goes to and where it comes back to; nothing on it says what is inside. */
export function writeMailingLabel(label: MailingLabel): Promise<Uint8Array> {
  const words = labelWords(label.language);
  const page = openLabel(width, height, {
    title: `${words.mailTitle} (${label.reference})`,
    author: label.facilityName,
    language: label.language,
    madeOn: new Date(`${label.createdOn}T00:00:00Z`),
  });
  page.line(words.returnTo, 400, 8, inks.second, { x: margin, y: margin });
  label.senderAddress.forEach((text, index) => {
    page.line(text, 400, 10, inks.ink, { x: margin, y: margin + 12 + index * 14 });
  });
  const lines = [label.recipientName, ...label.recipientAddress.filter((line) => line !== label.recipientName)];
  const room = { width: width - addressX - margin, height: height - 110 - margin };
  const widest = Math.max(...lines.map((line) => page.measure(line, 600, largest)));
  const size = Math.min(largest, (largest * room.width) / widest, room.height / (lines.length * 1.35));
  const top = 110 + (room.height - lines.length * size * 1.35) / 2;
  lines.forEach((text, index) => {
    page.line(text, 600, size, inks.ink, { x: addressX, y: top + index * size * 1.35 });
  });
  // So that label and disc find each other; the number opens nothing.
  page.line(label.reference, 400, 8, inks.second, { x: width - margin, y: height - margin - 10, align: 'right' });
  return finishLabel(page);
}
