import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar.ts';
import { dueDate } from './clock.ts';
import { explainWhy, whyInSentences } from './explain-why.ts';
import { holidays, packFor } from './testing/packs.ts';
import type { Why } from './why.ts';

function whyOf(received: string, choice: string, facts: object = {}): Why {
  const [why] = dueDate(calendarDate(received), undefined, packFor(choice), { holidays, ...facts }).why;
  if (!why) throw new Error('no why');
  return why;
}

describe('a due date in plain sentences', () => {
  it('says what was received, how long, and which day that is', () => {
    const why = whyOf('2027-02-13', 'us-federal');
    expect(explainWhy(why, 'en')).toBe(
      'Received Saturday, February 13, 2027. 30 calendar days. That is Monday, March 15, 2027. (45 CFR 164.524(b)(2)(i))',
    );
    expect(explainWhy(why, 'es')).toBe(
      'Recibida el sábado, 13 de febrero de 2027. 30 días corridos. El último día es el lunes, 15 de marzo de 2027. (45 CFR 164.524(b)(2)(i))',
    );
  });

  it('says where a rule is not confirmed yet, and that the days run from another day', () => {
    const why = whyOf('2027-03-01', 'us-federal+LA', { authorizedOn: calendarDate('2027-03-05') });
    expect(explainWhy(why, 'en')).toBe(
      'Received Monday, March 1, 2027. The days run from Friday, March 5, 2027. 15 calendar days. That is Saturday, March 20, 2027. Nobody at the facility has confirmed this rule yet. (La. R.S. 40:1165.1)',
    );
  });

  it('leaves the citation to the page where that is wanted', () => {
    const why = whyOf('2027-02-13', 'us-federal');
    expect(`${whyInSentences(why, 'en')} (${why.cite})`).toBe(explainWhy(why, 'en'));
  });

  it('names one month in the singular', () => {
    expect(explainWhy(whyOf('2027-03-03', 'eu-gdpr'), 'en')).toContain(
      '1 month. It would end on Saturday, April 3, 2027, which is no working day. That is Monday, April 5, 2027.',
    );
  });

  it('prints a fact without a sentence of its own, and that a doubtful rule changes nothing', () => {
    const why: Why = { rule: 'x', cite: 'Law 1', confidence: 'low', inputs: [{ name: 'copyMinutes', value: '6' }] };
    expect(explainWhy(why, 'en')).toBe(
      'Copy minutes: 6. Confirm with counsel: this rule changes nothing by itself. (Law 1)',
    );
  });
});

it.each(['en', 'es'] as const)('each fact has its sentence in %s', async (language) => {
  const inputs = [
    { name: 'received', value: '2027-03-15' },
    { name: 'startedOn', value: '2027-03-15' },
    { name: 'limit', value: '10 business-day' },
    { name: 'daysStoodStill', value: '3' },
    { name: 'periodEnds', value: '2027-03-15' },
    { name: 'due', value: '2027-03-15' },
    { name: 'maxExtended', value: '2027-03-15' },
    { name: 'extensionSentOn', value: '2027-03-15' },
    { name: 'promisedOn', value: '2027-03-15' },
    { name: 'today', value: '2027-03-15' },
    { name: 'from', value: '2027-03-15' },
    { name: 'bornOn', value: '2027-03-15' },
    { name: 'comesOfAgeOn', value: '2027-03-15' },
    { name: 'finalised', value: '2027-03-15' },
    { name: 'opensOn', value: '2027-03-15' },
    { name: 'madeOn', value: '2027-03-15' },
    { name: 'keptUntil', value: '2027-03-15' },
    { name: 'confirmedBy', value: 'a word' },
    { name: 'noticeBy', value: '2027-03-15' },
    { name: 'limit', value: '1 calendar-day' },
    { name: 'limit', value: '2 month' },
  ];
  const sentences = inputs.map((input) =>
    whyInSentences({ rule: 'x', cite: 'Law 1', confidence: 'high', inputs: [input] }, language),
  );
  await expect(`${sentences.join('\n')}\n`).toMatchFileSnapshot(`./explain-why.${language}.txt`);
});
