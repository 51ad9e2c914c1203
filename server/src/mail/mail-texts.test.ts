import { expect, test } from 'vitest';
import { type MailWish, writeMail } from './mail-texts.ts';

const wishes: MailWish[] = [
  { kind: 'contact-code', code: '123456', minutes: 10 },
  { kind: 'sign-in-code', code: '123456', minutes: 10 },
  { kind: 'identity-code', code: '123456', minutes: 10 },
  { kind: 'request-received', reference: 'EB 7Q4 M2K', dueOn: '2026-11-04', address: 'https://portal.example' },
  { kind: 'news', reference: 'EB 7Q4 M2K', address: 'https://portal.example' },
  { kind: 'copy-ready', reference: 'EB 7Q4 M2K', address: 'https://portal.example' },
  { kind: 'copy-attached', reference: 'EB 7Q4 M2K', part: 1, of: 3 },
  { kind: 'link-shared', address: 'https://portal.example/s/abc', validUntil: '2026-11-04' },
];

const inWords = { en: 'Wednesday, November 4, 2026', es: 'miércoles, 4 de noviembre de 2026' };

test('each message says in either language what it carries, and who sent it', () => {
  for (const wish of wishes) {
    for (const language of ['en', 'es'] as const) {
      const { subject, body } = writeMail(wish, 'Riverside Imaging', language);
      expect(subject.length).toBeGreaterThan(5);
      expect(subject).not.toMatch(/[\r\n]/);
      expect(body).toContain('Riverside Imaging');
      for (const [name, value] of Object.entries(wish)) {
        if (name !== 'kind') expect(body).toContain(value === '2026-11-04' ? inWords[language] : String(value));
      }
    }
  }
});

test('no subject carries a code', () => {
  for (const wish of wishes) expect(writeMail(wish, 'Riverside Imaging', 'en').subject).not.toContain('123456');
});
