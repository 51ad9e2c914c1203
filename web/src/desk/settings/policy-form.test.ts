import { describe, expect, it } from 'vitest';
import { answersOf, chosenOf, overlayOf, wrongNumbers } from './policy-form.ts';
import type { PolicyView } from './policy-view.ts';

const policy = {
  choice: 'us-federal+CA',
  provider: ['clinic'],
  overlay: {
    responseDays: { copy: 10 },
    retentionYears: { images: 7 },
    answers: { 'OD-1': 'day-1' },
    serviceLimits: { redirect: 1 },
    adoptedProposals: ['us-proposed-15/copy'],
  },
  openDecisions: [
    {
      id: 'OD-1',
      question: '?',
      reason: '.',
      chosen: 'day-1',
      answers: [
        { setting: 'day-0', words: 'day 0', isDefault: true },
        { setting: 'day-1', words: 'day 1', isDefault: false },
      ],
    },
  ],
} as unknown as PolicyView;

describe('the policy form', () => {
  it('gives back what it was given', () => {
    const chosen = chosenOf(policy);
    expect([chosen.base, chosen.additions]).toEqual(['us-federal', ['CA']]);
    expect(overlayOf(chosen, policy)).toEqual(policy.overlay);
    expect(answersOf(chosen, policy)).toEqual({ 'OD-1': 'day-1' });
  });

  it('promises nothing for an empty field, and leaves a default to the pack', () => {
    const chosen = { ...chosenOf(policy), copyDays: ' ', imagesYears: '', answers: { 'OD-1': 'day-0' } };
    expect(overlayOf({ ...chosen, serviceLimits: { redirect: ' ' }, adopted: [] }, policy)).toEqual({});
    expect(overlayOf({ ...chosen, extensionDays: '0', warningPercents: '50, 80', base: 'eu-gdpr' }, policy)).toEqual({
      serviceLimits: { redirect: 1 },
      extensionDays: 0,
      warningPercents: [50, 80],
    });
  });

  it('names each field that is not a whole number', () => {
    expect(wrongNumbers({ ...chosenOf(policy), copyDays: 'ten', recordsYears: '7y', warningPercents: '50 %' })).toEqual(
      ['copyDays', 'recordsYears', 'warningPercents'],
    );
  });
});
