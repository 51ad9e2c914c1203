import { z } from 'zod';
import { nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const staffStanding = z.object({
  displayName: z.string(),
  role: z.string(),
  licensedAs: z.string().nullable(),
  privacyOfficer: z.boolean(),
});

export const staffSignIn = endpoint({
  method: 'POST',
  path: '/api/desk/sign-ins',
  audience: 'public',
  action: 'sign-in.staff',
  summary: 'Staff sign in',
  input: z.object({ username: z.string().trim().min(1).max(64), password: z.string().min(1).max(256) }),
  output: staffStanding,
  refusals: ['wrong-sign-in', 'too-many-tries'],
});

export const readStaffSession = endpoint({
  method: 'GET',
  path: '/api/desk/session',
  audience: 'desk',
  action: 'session.read',
  summary: 'Who is signed in at the desk',
  input: nothing,
  output: staffStanding,
  refusals: [],
});
