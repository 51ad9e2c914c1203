import { z } from 'zod';
import { noContent, nothing, personName } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const role = z.enum(['clerk', 'supervisor', 'admin']);
const standing = {
  displayName: personName,
  role,
  /** Profession and licence, as the letters may name them: “MD, radiologist”. */
  licensedAs: z.string().trim().max(120).nullable(),
  privacyOfficer: z.boolean(),
};

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/desk/staff',
  audience: 'desk',
  action: 'staff.read',
  summary: 'Who works at this desk, and who may decide what',
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        username: z.string(),
        displayName: z.string(),
        role,
        licensedAs: z.string().nullable(),
        privacyOfficer: z.boolean(),
        ended: z.boolean(),
      }),
    ),
  }),
  refusals: ['forbidden'],
});

export const addStaff = endpoint({
  method: 'POST',
  path: '/api/desk/staff',
  audience: 'desk',
  action: 'staff.edit',
  summary: 'Add somebody; the password is drawn here and told once',
  input: z.object({
    username: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9._-]{2,64}$/, 'Use 2 to 64 small letters, digits, dots, dashes or underscores.'),
    ...standing,
  }),
  output: z.object({ staffId: z.string(), password: z.string() }),
  refusals: ['forbidden', 'invalid-input'],
});

export const changeStaff = endpoint({
  method: 'PUT',
  path: '/api/desk/staff/:staffId',
  audience: 'desk',
  action: 'staff.edit',
  summary: 'Change what somebody may do, or end their access',
  input: z.object({ staffId: z.uuid(), ...standing, ended: z.boolean() }),
  output: noContent,
  refusals: ['forbidden', 'not-found', 'last-admin'],
});
