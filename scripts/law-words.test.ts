import { citeIn, groundConditions, notGrounds, openQuestions, policyPacks } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { lawWordsText } from '../web/src/locales/law-words.ts';

/** Notes beside the periods of a pack, wherever they stand in it. */
function notesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, one]) =>
    key === 'note' && typeof one === 'string' ? [one] : notesOf(one),
  );
}

/** Every sentence of the packs that the panel of decisions and the settings show. */
function shownOfThePacks(): string[] {
  const rows = policyPacks.map((pack) => pack.rows);
  return [
    ...policyPacks.flatMap(notesOf),
    ...rows.flatMap(({ denialGrounds = [] }) => denialGrounds.map(({ ground }) => ground)),
    ...rows.flatMap(({ holdCodes = [] }) => holdCodes.flatMap(({ title, demands }) => [title, ...demands])),
    ...rows.flatMap(({ unlawfulHolds = [] }) => unlawfulHolds.map(({ sentence }) => sentence)),
    ...rows.flatMap(({ embargoes = [] }) => embargoes.map(({ covers }) => covers)),
    ...rows.flatMap(({ barredPractices = [] }) => barredPractices.map(({ sentence }) => sentence)),
    ...policyPacks.flatMap((pack) => (pack.base ? Object.values(pack.openDecisions) : [])).flatMap(saidOf),
    ...Object.values(openQuestions).map(({ question }) => question),
    ...Object.values(groundConditions).flat(),
    ...Object.entries(notGrounds).flatMap(([reason, said]) => ('instead' in said ? [reason, said.instead] : [reason])),
  ];
}

/** Every citation of the packs, wherever it stands in them, and every source that the engine cites by its topic. */
function citations(): string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, one] of Object.entries(value)) {
      if (/cite/i.test(key) && typeof one === 'string') found.add(one);
      look(one);
    }
  };
  look(policyPacks);
  for (const pack of policyPacks) if (pack.base) for (const cite of Object.values(pack.sources)) found.add(cite);
  return [...found];
}

/** Names of codes and courts are names. */
const names = /Public Health Law|Health & Safety|Health-Gen\.|R\.I\. Gen\. Laws|Privacy Act|UW Hospitals/g;
const english =
  /\b(and|the|of|is|are|not|never|rule|guidance|law|for|with|says|proposed|letter|house|fees|hospitals|exceptions|past|years|hours|third|free|list|nothing|care|promise)\b/i;

test('a citation reaches a Spanish reader without a word of English', () => {
  expect(citations().length).toBeGreaterThan(80);
  const left = citations().map((cite) => citeIn(cite, 'es').replaceAll(names, ''));
  expect(left.filter((cite) => english.test(cite))).toEqual([]);
  expect(citeIn('45 CFR 164.524(c)(4); HHS guidance', 'en')).toBe('45 CFR 164.524(c)(4); HHS guidance');
});

type Said = { answer: string; reason: string; alternatives: readonly { answer: string }[] };

function saidOf({ answer, reason, alternatives }: Said): string[] {
  return [answer, reason, ...alternatives.map((other) => other.answer)];
}

test('the desk says in Spanish every ground, hold, barred practice and open question of the packs', () => {
  const { en, es } = lawWordsText;
  const spanish: Readonly<Record<string, unknown>> = es;
  const english: Readonly<Record<string, unknown>> = en;
  const shown = shownOfThePacks();
  expect(shown.length).toBeGreaterThan(200);
  // Names of most states are the same.
  expect(policyPacks.map(({ title }) => title).filter((title) => !spanish[title])).toEqual([]);
  // “No” is the same word.
  expect(shown.filter((said) => !spanish[said] || (spanish[said] === english[said] && said !== 'no'))).toEqual([]);
});
