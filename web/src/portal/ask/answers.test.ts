import { saveDraft, submitRequest } from '@echoback/server/contract';
import { describe, expect, it } from 'vitest';
import { statementOf } from '../../../../server/src/requests/statement.ts';
import { askText } from '../../locales/ask.ts';
import { languages, textOf } from '../../locales/text.ts';
import { type Answers, noAnswers, noExam, requestOf } from './answers.ts';
import { answersOfDraft, draftOf } from './draft.ts';

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
  toWhom: ['me', 'other'],
  deliveries: ['online', 'usb'],
  otherKinds: ['secure-link', 'prints'],
  otherName: ' Dr. Mensah ',
  otherEmail: 'mensah@example.org',
  otherStreet: '2 Hill St',
  otherTown: 'Springfield, IL 62702',
  authorizes: 'Pictures and report of 2019',
  statementsRead: true,
  street: '1 Main St',
  town: 'Springfield, IL 62701',
  codeId: '7b0c1e3a-4f5d-4c6e-8a9b-0c1d2e3f4a5b',
  signedName: 'Luz Rivera',
};

const words = { allExams: 'All of them', myRequest: 'At my request' };

describe('the answers', () => {
  it('make a request that the contract takes', () => {
    const parsed = submitRequest.input.parse(requestOf(answers, 'en', words));
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
      'usb self',
      'secure-link third-party',
      'prints third-party',
    ]);
    expect(parsed.deliveries[1]?.address).toEqual(['Luz Rivera', '1 Main St', 'Springfield, IL 62701']);
  });

  it('send somebody else the copy by name and place, and prints with every part of an authorization', () => {
    const [, , link, prints] = submitRequest.input.parse(requestOf(answers, 'en', words)).deliveries;
    expect(link).toMatchObject({ name: 'Dr. Mensah', email: 'mensah@example.org' });
    expect(link?.authorization).toBeUndefined();
    expect(prints).toMatchObject({
      address: ['Dr. Mensah', '2 Hill St', 'Springfield, IL 62702'],
      authorization: {
        describesInformation: 'Pictures and report of 2019',
        purpose: 'At my request',
        statementsAccepted: true,
      },
    });
    const ending = requestOf({ ...answers, ends: 'day', endsOn: { year: '2027', month: '1', day: '31' } }, 'en', words);
    expect(submitRequest.input.parse(ending).deliveries[3]?.authorization?.expiresOn).toBe('2027-01-31');
    const unread = submitRequest.input.safeParse(requestOf({ ...answers, statementsRead: false }, 'en', words));
    expect(unread.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'deliveries.3.authorization.statementsAccepted',
    ]);
  });

  it('leave out whom nothing goes to, whatever was typed about them', () => {
    const mine = requestOf({ ...answers, toWhom: ['me'] }, 'en', words).deliveries;
    expect(mine.map(({ kind }) => kind)).toEqual(['online', 'usb']);
    const theirs = requestOf({ ...answers, toWhom: ['other'] }, 'en', words).deliveries;
    expect(theirs.map(({ who }) => who)).toEqual(['third-party', 'third-party']);
  });

  it('are kept without code and signature, and come back whole for the mailbox that opens them', () => {
    const draft = JSON.parse(JSON.stringify(draftOf({ ...answers, code: '123456' }, 'when/2')));
    expect(JSON.stringify(draft)).not.toMatch(/123456|signedName|codeId/);
    expect(saveDraft.input.safeParse({ contactCodeId: answers.codeId, draft }).success).toBe(true);
    const contactCodeId = '0c7b1e3a-4f5d-4c6e-8a9b-0c1d2e3f4a5c';
    const back = answersOfDraft({ contactCodeId, email: 'luz@example.org', draft });
    expect(back?.place).toBe('when/2');
    expect(back?.answers).toEqual({
      ...answers,
      signedName: '',
      email: 'luz@example.org',
      confirmedEmail: 'luz@example.org',
      codeId: contactCodeId,
    });
    const older = { contactCodeId, email: 'luz@example.org', draft: { place: 'when', answers: { whose: 'parent' } } };
    expect(answersOfDraft(older)).toBeUndefined();
    expect(answersOfDraft({ ...older, draft: { ...draft, place: '//evil.example' } })?.place).toBe('whose');
  });

  it('are signed under the very words that the server keeps', () => {
    for (const language of languages) {
      const shown = textOf(askText, language)('statement', { facility: 'Riverside Imaging', patient: 'Ana Rivera' });
      expect(shown).toBe(statementOf(language, 'Riverside Imaging', 'Ana Rivera'));
      const say = textOf(askText, language);
      const other = `${shown} ${say('statement-other', { name: 'B. Lee' })} ${say('statement-authorizes', { name: 'B. Lee' })}`;
      const stated = [{ name: 'B. Lee', prints: true }];
      expect(other).toBe(statementOf(language, 'Riverside Imaging', 'Ana Rivera', stated));
    }
  });
});
