import { describe, expect, it } from 'vitest';
import { type Barrier, decideIdentityPolicy } from './identity-policy.ts';

const names = (policy: Parameters<typeof decideIdentityPolicy>[0]) => {
  const decided = decideIdentityPolicy(policy);
  return decided.ok ? [] : [...decided.refusal.barriers, ...decided.refusal.lacks].map(({ name }) => name);
};

describe('the ways in which a facility lets people show who they are', () => {
  it('are at least two, one of them without passport and smartphone', () => {
    expect(names({ methods: ['code-to-held-contact', 'photo-id'], requires: [] })).toEqual([]);
    expect(names({ methods: ['code-to-held-contact', 'code-to-held-contact'], requires: [] })).toEqual(['two methods']);
    expect(names({ methods: ['photo-id', 'in-person'], requires: [] })).toEqual([
      'a method without photo ID or smartphone',
    ]);
  });

  it('never end at the counter', () => {
    expect(names({ methods: ['in-person'], requires: [] })).toEqual([
      'two methods',
      'a method without photo ID or smartphone',
      'a method without a visit',
    ]);
  });

  it.each<Barrier>(['visit', 'notary', 'wet-ink', 'account', 'own-form', 'portal-only', 'post-only', 'reason'])(
    'never demand: %s',
    (barrier) => {
      const decided = decideIdentityPolicy({ methods: ['call-back', 'photo-id'], requires: [barrier] });
      expect(decided).toMatchObject({ ok: false, refusal: { barriers: [{ name: barrier }], lacks: [] } });
      expect(!decided.ok && decided.refusal.barriers[0]?.cite).toMatch(/HHS guidance|house rule/);
    },
  );
});
