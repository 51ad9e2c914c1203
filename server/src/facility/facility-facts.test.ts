import { calendarDate, type ProviderKind } from '@echoback/right-of-access';
import { expect, it } from 'vitest';
import { dueWorking, packFor } from './facility-facts.ts';

const today = calendarDate('2027-05-28');

it('counts a facility’s own state beside federal law', () => {
  const due = (choice: string, ...provider: ProviderKind[]) => {
    const pack = packFor({ policy: { choice, provider, overlay: {}, decidedOn: null } }, '2027-05-28');
    return dueWorking(today, { receivedOn: '2027-05-28', pack });
  };
  expect(due('us-federal')).toMatchObject({ on: '2027-06-27', days: 30, cite: '45 CFR 164.524(b)(2)(i)' });
  expect(due('us-federal+CA')).toMatchObject({ on: '2027-06-12', days: 15, cite: 'Cal. Health & Safety Code 123110' });
  expect(due('us-federal+TN')).toMatchObject({ on: '2027-06-14', daysLeft: 17 });
  // A hospital in Texas has fifteen days from request and payment; nobody waits for money that is billed with the release.
  expect(due('us-federal+TX', 'hospital')).toMatchObject({
    on: '2027-06-12',
    days: 15,
    cite: expect.stringContaining('241.154'),
  });
});
