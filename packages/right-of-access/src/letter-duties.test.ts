import { describe, expect, it, test } from 'vitest';
import { calendarDate } from './calendar.ts';
import { citeOf } from './law-sources.ts';
import { checkLetter, type Letter, letterContent } from './letter.ts';
import type { LetterBlock } from './letter-block.ts';
import { type LetterDuty, lettersDuties } from './letter-duties.ts';
import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import { letterCodes } from './letter-kinds.ts';
import { letterSamples } from './letter-samples.ts';
import { usPack } from './testing/packs.ts';

const samples = letterSamples('en', usPack);
type Facts = LetterFacts[WritableLetter];
const dutiesOf = (code: WritableLetter) => lettersDuties[code] as readonly LetterDuty<Facts>[];

/** Facts of a letter, with what the samples do not have: the cases in which a content is owed only sometimes. */
function cases(code: WritableLetter): readonly Facts[] {
  const more: { readonly [Code in WritableLetter]?: readonly Partial<LetterFacts[Code]>[] } = {
    'L-VER': [{ finalAnswer: true }],
    'L-FEE': [{ agreedCents: 650 }],
    'L-FMT': [{ heldElectronically: false }],
    'L-EXT': [{ available: undefined } as never],
    'L-NOT': [{ keeper: undefined, heldHere: undefined } as never],
    'L-WITH': [{ alreadySent: 'the written report' }],
    'L-ACCT': [{ disclosures: [{ on: calendarDate('2026-07-15'), recipient: 'A. Ruiz', what: 'Report', why: 'law' }] }],
    'L-WARN': [{ accepted: undefined } as never],
    'L-DEN': [
      { ground: { code: 'U3', reviewable: false, cite: '45 CFR 164.524(a)(2)(iii)' }, returns: 'when the study ends' },
    ],
    'L-NONE': [
      {
        destroyed: [{ what: 'Pictures of 2014', on: calendarDate('2022-06-30'), schedule: '7 years' }],
        survives: 'the report',
      },
    ],
    'L-DIR': [{ problem: { kind: 'not-electronic', asked: 'laser film prints', toYouCents: 1920 } }],
  };
  return [{}, ...(more[code] ?? [])].map((change) => ({ ...samples[code], ...change }) as Facts);
}

function written(code: WritableLetter, facts: Facts): Letter {
  const letter = letterContent(code, facts as never);
  if (!letter.ok) throw new Error(JSON.stringify(letter.refusal));
  return letter.value;
}

const owed = (code: WritableLetter, facts: Facts) =>
  dutiesOf(code).filter((duty) => duty.onlyWhen === undefined || duty.onlyWhen.holds(facts));

/**
 * What each letter must say, by which clause, and which words of the sample must stand in it. After a wished change:
 * `npx vitest run --project unit -u packages/right-of-access/src/letter-duties`.
 */
test('each letter has the mandatory contents that somebody last read here', async () => {
  const lines = letterCodes.flatMap((code) => {
    const [first = [], ...others] = cases(code).map((facts) => owed(code, facts).map((duty) => inWords(duty, facts)));
    const more = others.map((other) => [
      ...first.filter((line) => !other.includes(line)).map((line) => `- ${line}`),
      ...other.filter((line) => !first.includes(line)).map((line) => `+ ${line}`),
    ]);
    return [`==== ${code}`, ...first, ...more.flatMap((change) => ['-- in another case', ...change])];
  });
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./letter-duties.txt');
});

function inWords({ id, cited, shows }: LetterDuty<Facts>, facts: Facts): string {
  const shown = shows?.(facts, 'en') ?? [];
  return `${id} (${citeOf(facts.law, ...cited)})${shown.length > 0 ? `: ${shown.join(' | ')}` : ''}`;
}

/** The block with a word taken out wherever it stands; without its line break a list has one item. */
function without(block: LetterBlock, word: string | RegExp): LetterBlock {
  if (block.kind === 'list' && word instanceof RegExp && word.source === '\\n') {
    return { ...block, items: block.items.slice(0, 1) };
  }
  const { duties, ...words } = block;
  const stripped = JSON.parse(JSON.stringify(words), (key, value) =>
    typeof value === 'string' && key !== 'kind' ? value.replaceAll(word, '') : value,
  );
  return { ...stripped, ...(duties && { duties }) };
}

describe.each(letterCodes)('%s', (code) => {
  it('is refused when one word that a clause wants is taken out', () => {
    for (const facts of cases(code)) {
      const letter = written(code, facts);
      for (const { id, evidence, shows, inHeader } of owed(code, facts)) {
        if (inHeader) continue;
        const wanted = [
          ...(shows?.(facts, 'en') ?? []),
          ...(evidence ? [new RegExp(evidence.source, `g${evidence.flags}`)] : []),
        ];
        for (const word of wanted) {
          const blocks = letter.blocks.map((block) => (block.duties?.includes(id) ? without(block, word) : block));
          const checked = checkLetter(code, { ...letter, blocks }, facts as never);
          const missing = checked.ok || checked.refusal.code !== 'duties-missing' ? [] : checked.refusal.missing;
          expect([id, word, missing.map((duty) => duty.id)]).toEqual([id, word, expect.arrayContaining([id])]);
        }
      }
    }
  });
});

describe('a content that is owed only sometimes', () => {
  const ids = (code: WritableLetter, at: number) => {
    const facts = cases(code)[at];
    return facts ? owed(code, facts).map(({ id }) => id) : [];
  };

  it('a review right only where the ground can be reviewed, and for research the day when access returns', () => {
    expect(ids('L-DEN', 0)).toContain('review-right');
    expect(ids('L-DEN', 0)).not.toContain('no-review-right');
    expect(ids('L-DEN', 1)).toEqual(expect.arrayContaining(['no-review-right', 'access-returns']));
    expect(ids('L-DEN', 1)).not.toContain('review-right');
  });

  it('the complaint routes of L-VER only in the final answer, which moves no date either', () => {
    expect(ids('L-VER', 0)).toContain('deadline-unmoved');
    expect(ids('L-VER', 0)).not.toContain('complain-to-hhs');
    expect(ids('L-VER', 1)).toEqual(expect.arrayContaining(['complain-to-facility', 'complain-to-hhs']));
    expect(ids('L-VER', 1)).not.toContain('deadline-unmoved');
  });

  it('a new yes only for a fee that rises, not for one that stays or falls', () => {
    expect(ids('L-FEE', 1)).toContain('raised-fee-needs-agreement');
    for (const agreedCents of [undefined, 1920, 2000]) {
      const facts = { ...samples['L-FEE'], ...(agreedCents && { agreedCents }) };
      expect(owed('L-FEE', facts).map(({ id }) => id)).not.toContain('raised-fee-needs-agreement');
    }
  });
});

describe('a letter is not sent', () => {
  const refused = (code: WritableLetter, change: object) =>
    letterContent(code, { ...samples[code], ...change } as never);

  it('as “none found” without the names under which somebody looked, or the places where', () => {
    expect(refused('L-NONE', { namesTried: [] })).toMatchObject({
      refusal: { missing: [{ id: 'names-and-dates-used' }] },
    });
    expect(refused('L-NONE', { sources: [] })).toMatchObject({ refusal: { missing: [{ id: 'sources-searched' }] } });
    expect(refused('L-NONE', { exams: [] })).toMatchObject({ refusal: { missing: [{ id: 'what-was-asked' }] } });
  });

  it('about a proof that is missing without a way to show it, or with the fact of a copy already sent left blank', () => {
    const missing = [{ what: 'Who you are', accepted: [] }];
    expect(refused('L-VER', { missing })).toMatchObject({ refusal: { missing: [{ id: 'what-is-missing' }] } });
    expect(refused('L-PART', { given: [] })).toMatchObject({ refusal: { missing: [{ id: 'what-is-given' }] } });
    expect(refused('L-WITH', { alreadySent: ' ' })).toMatchObject({
      refusal: { missing: [{ id: 'nothing-sent-or-what' }] },
    });
    expect(refused('L-NOT', { heldHere: ' ' })).toMatchObject({ refusal: { missing: [{ id: 'what-we-hold' }] } });
  });

  it('as an accounting with a recipient, a content or a reason left blank', () => {
    const [entry] = samples['L-ACCT'].disclosures;
    for (const change of [{ recipient: ' ' }, { what: '' }, { why: '' }, { address: ' ' }]) {
      expect(refused('L-ACCT', { disclosures: [{ ...entry, ...change }] })).toMatchObject({
        refusal: { missing: [{ id: 'disclosures', cite: '45 CFR 164.528(b)(2)' }] },
      });
    }
  });
});
