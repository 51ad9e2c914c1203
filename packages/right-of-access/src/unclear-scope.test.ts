import { expect, it } from 'vitest';
import { packOn } from '../testing/facility-f.ts';
import { decideUnclearScope } from './unclear-scope.ts';

const pack = packOn('2027-06-07');

it('gives the patient the widest reasonable match, and a representative the same within the authority', () => {
  expect(decideUnclearScope('patient', false, pack)).toMatchObject({
    give: 'entire studies in the range',
    toRecipient: 'give',
  });
  expect(decideUnclearScope('representative', false, pack)).toMatchObject({
    give: 'the same, within the authority and the test of each exam',
    toRecipient: 'give',
    why: { rule: 'OD-22' },
  });
});

it('sends a third party only what the signed writing names, and else asks first', () => {
  expect(decideUnclearScope('third-party', true, pack).toRecipient).toBe('give');
  expect(decideUnclearScope('third-party', false, pack)).toMatchObject({ toRecipient: 'ask first', letter: 'L-CLAR' });
});
