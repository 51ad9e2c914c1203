import { submitRequest } from '@echoback/server/contract';
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../../server/src/requests/statement.ts';
import { askText } from '../../locales/ask.ts';
import { languages, textOf } from '../../locales/text.ts';
import { type Answers, noAnswers, noExam, requestOf } from './answers.ts';

const answers: Answers = {
  ...noAnswers,
  whose: 'parent',
  givenName: 'Ana',
  familyName: 'Rivera',
  formerNames: '  ',
  birth: { year: '2014', month: '4', day: '12' },
  requesterName: 'Luz Rivera',
  exams: [
    {
      ...noExam,
      examType: 'abdomen',
      when: 'month',
      from: { year: '2019', month: '', day: '' },
      place: ' on the hill ',
    },
    { ...noExam, examType: 'not-sure', when: 'all', scope: 'certain-images', certainImages: 'the profile' },
  ],
  deliveries: ['online', 'secure-link', 'usb'],
  linkName: 'Dr. Mensah',
  linkEmail: 'mensah@example.org',
  street: '1 Main St',
  town: 'Springfield, IL 62701',
  codeId: '7b0c1e3a-4f5d-4c6e-8a9b-0c1d2e3f4a5b',
  signedName: 'Luz Rivera',
};

describe('the answers', () => {
  it('make a request that the contract takes', () => {
    const parsed = submitRequest.input.parse(requestOf(answers, 'en', 'All of them'));
    expect(parsed.patient).toEqual({ familyName: 'Rivera', givenName: 'Ana', birthDate: '2014-04-12' });
    expect(parsed.requester).toEqual({ is: 'parent', name: 'Luz Rivera' });
    expect(parsed.examItems[0]).toMatchObject({
      onOrAfter: '2019-01-01',
      onOrBefore: '2019-12-31',
      place: 'on the hill',
    });
    expect(parsed.examItems[1]).toMatchObject({ dateWords: 'All of them', certainImages: 'the profile' });
    expect(parsed.deliveries.map(({ kind, who }) => `${kind} ${who}`)).toEqual([
      'online self',
      'secure-link third-party',
      'usb self',
    ]);
    expect(parsed.deliveries[2]?.address).toEqual(['Luz Rivera', '1 Main St', 'Springfield, IL 62701']);
  });

  it('are signed under the very words that the server keeps', () => {
    for (const language of languages) {
      const shown = textOf(askText, language)('statement', { facility: 'Riverside Imaging', patient: 'Ana Rivera' });
      expect(shown).toBe(statementOf(language, 'Riverside Imaging', 'Ana Rivera'));
    }
  });
});
