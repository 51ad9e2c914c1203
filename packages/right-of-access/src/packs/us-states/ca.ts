import { calendarDate } from '../../calendar.ts';
import { privacyRule } from '../us-federal-days.ts';
import { keptYears, statePack, statute } from './state-law.ts';

/** California: two shorter periods and no extension. */
export const california = statePack(
  'CA',
  'California',
  {
    access: statute(
      {
        id: 'CA-123110',
        jurisdiction: 'CA',
        appliesTo: ['hospital', 'clinic', 'physician'],
        cite: 'Cal. Health & Safety Code 123110',
        source: 'healthinfolaw.org 123110; SB 241 (2017)',
        conf: 'high',
      },
      [
        { kind: 'inspect', limit: { n: 5, unit: 'business-day', calendar: 'us-ca' } },
        {
          kind: 'copy',
          limit: { n: 15, unit: 'calendar-day' },
          fee: {
            caps: [{ on: 'paper-page', cents: 25, conf: 'high' }],
            freeWhen: [{ when: 'benefit-claim', once: true, proof: true, conf: 'high' }],
            neverCharge: ['bill-for-care'],
          },
          images:
            'Copies of film are not owed if the originals went to another provider within 15 days at the patient’s written request.',
          note: 'The free copy for a claim or appeal is due in 30 days; the 15 days are stricter.',
        },
      ],
    ),
    embargoes: [
      {
        id: 'CA-123148/embargo',
        jurisdiction: 'CA',
        covers: 'some results, among them imaging that reveals a malignancy, over the internet',
        ends: { kind: 'clinician-discussed' },
        cite: 'Cal. Health & Safety Code 123148',
        conf: 'medium',
        effectiveFrom: calendarDate('2023-01-01'),
        appliedBy: 'embargoEnd',
      },
    ],
    breachNotices: [
      {
        id: 'CA-128015/breach',
        jurisdiction: 'CA',
        businessDays: 15,
        cite: 'Cal. Health & Safety Code 1280.15',
        conf: 'high',
        effectiveFrom: privacyRule,
        appliedBy: 'breachDatesUnder',
      },
    ],
    retention: [
      keptYears('CA', {
        covers: 'records',
        years: 7,
        minors: { untilAge: 19 },
        cite: '22 CCR 70751: 7 years, and one year past 18',
      }),
    ],
  },
  'us-ca',
);
