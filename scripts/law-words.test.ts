import { groundConditions, notGrounds, openQuestions, policyPacks } from '@echoback/right-of-access';
import { expect, test } from 'vitest';
import { lawWordsText } from '../web/src/locales/law-words.ts';

/** Every sentence of the packs that the panel of decisions and the settings show. */
function shownOfThePacks(): string[] {
  const rows = policyPacks.map((pack) => pack.rows);
  return [
    ...rows.flatMap(({ denialGrounds = [] }) => denialGrounds.map(({ ground }) => ground)),
    ...rows.flatMap(({ holdCodes = [] }) => holdCodes.flatMap(({ title, demands }) => [title, ...demands])),
    ...rows.flatMap(({ unlawfulHolds = [] }) => unlawfulHolds.map(({ sentence }) => sentence)),
    ...rows.flatMap(({ embargoes = [] }) => embargoes.map(({ covers }) => covers)),
    ...rows.flatMap(({ barredPractices = [] }) => barredPractices.map(({ sentence }) => sentence)),
    ...policyPacks.flatMap((pack) => (pack.base ? Object.values(pack.openDecisions) : [])).flatMap(saidOf),
    ...Object.values(openQuestions).map(({ question }) => question),
    ...Object.values(groundConditions).flat(),
    ...Object.entries(notGrounds).flatMap(([reason, { instead }]) => (instead ? [reason, instead] : [reason])),
  ];
}

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
  // “No” is the same word.
  expect(shown.filter((said) => !spanish[said] || (spanish[said] === english[said] && said !== 'no'))).toEqual([]);
});
