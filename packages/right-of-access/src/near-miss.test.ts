import { expect, it } from 'vitest';
import { decideLikeness, type Likeness } from './near-miss.ts';

const all: Likeness = { name: 'same', birthDate: 'same', mrn: 'same' };
const codeOf = (change: Partial<Likeness>) => {
  const decided = decideLikeness({ ...all, ...change });
  return decided.ok ? decided.value.why.rule : decided.refusal.code;
};

it.each<[Partial<Likeness>, string]>([
  [{}, 'house/same-patient'],
  [{ mrn: 'unknown' }, 'house/same-patient'],
  [{ sex: 'same' }, 'house/same-patient'],
  [{ sex: 'unknown' }, 'house/same-patient'],
  [{ sex: 'differs' }, 'near-miss'],
  [{ name: 'unknown', birthDate: 'unknown' }, 'near-miss'],
  [{ birthDate: 'differs' }, 'near-miss'],
  [{ birthDate: 'differs', mrn: 'unknown' }, 'another-patient'],
  [{ birthDate: 'differs', mrn: 'differs-unissued' }, 'another-patient'],
  [{ name: 'differs' }, 'near-miss'],
  [{ name: 'differs', mrn: 'unknown' }, 'another-patient'],
  [{ name: 'differs', birthDate: 'unknown' }, 'another-patient'],
  [{ mrn: 'differs-unissued' }, 'near-miss'],
  [{ mrn: 'differs-unissued', birthDate: 'unknown' }, 'another-patient'],
  [{ mrn: 'differs' }, 'another-mrn'],
  [{ name: 'unknown', birthDate: 'unknown', mrn: 'unknown' }, 'too-little-agrees'],
])('a study that tells %o is: %s', (change, code) => {
  expect(codeOf(change)).toBe(code);
});

it('tells what differs', () => {
  expect(decideLikeness({ ...all, mrn: 'differs-unissued', sex: 'differs' })).toMatchObject({
    refusal: { differs: ['mrn', 'sex'] },
  });
});
