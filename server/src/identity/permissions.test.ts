import { expect, test } from 'vitest';
import { contract } from '../contract/index.ts';
import { isAction, mayDo, type Principal, permissions } from './permissions.ts';

const endpoints = Object.values(contract).filter(
  (value) => typeof value === 'object' && value !== null && 'action' in value,
) as { action: string; path: string; audience: string }[];

test('every endpoint names an action of the table, and every action is used', () => {
  expect(endpoints.filter(({ action }) => !isAction(action))).toEqual([]);
  const used = new Set(endpoints.map(({ action }) => action));
  expect(Object.keys(permissions).filter((action) => !used.has(action))).toEqual([]);
});

test('nobody may do what an endpoint’s audience leaves out', () => {
  const outside: Record<string, Principal[]> = {
    requester: ['public', 'recipient', 'clerk', 'supervisor', 'admin'],
    recipient: ['public', 'requester', 'clerk', 'supervisor', 'admin'],
    desk: ['public', 'requester', 'recipient'],
    public: [],
  };
  for (const { action, audience } of endpoints) {
    for (const principal of outside[audience] ?? []) {
      expect(mayDo(principal, action), `${principal} may ${action}`).toBe(false);
    }
  }
});

test('an unknown action is allowed to nobody, whatever its name', () => {
  expect(mayDo('admin', 'everything')).toBe(false);
  expect(mayDo('admin', 'constructor')).toBe(false);
});

test('an administrator opens nobody’s file and sees nobody’s pictures', () => {
  for (const action of ['request.read', 'picture.check', 'release.approve', 'match.confirm']) {
    expect(mayDo('admin', action)).toBe(false);
  }
});
