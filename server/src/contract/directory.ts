import { z } from 'zod';
import { requesterKinds } from './authority.ts';
import { calendarDate, noContent, nothing, personName } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const patientContact = z.object({
  id: z.string(),
  kind: z.enum(['email', 'mobile']),
  value: z.string(),
  heldSince: z.string(),
});

export const patientRecord = z.object({
  id: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  birthDate: calendarDate,
  sex: z.enum(['F', 'M', 'O']).nullable(),
  formerNames: z.array(z.object({ familyName: z.string(), givenName: z.string() })),
  identifiers: z.array(z.object({ mrn: z.string(), issuer: z.string() })),
  contacts: z.array(patientContact),
  parents: z.array(z.object({ id: z.string(), name: z.string() })),
});

/** A POST for the same reason as the worklist's search (S4.3). */
export const listPatients = endpoint({
  method: 'POST',
  path: '/api/desk/patient-searches',
  audience: 'desk',
  action: 'directory.read',
  summary: 'Search the patient directory by name, record number or birth date',
  input: z.object({ search: z.string().trim().max(100).default('') }),
  output: z.object({ rows: z.array(patientRecord), total: z.int() }),
  refusals: [],
});

const patientInput = z.object({
  familyName: personName,
  givenName: personName,
  birthDate: calendarDate,
  sex: z.enum(['F', 'M', 'O']).nullable().default(null),
  formerNames: z
    .array(z.object({ familyName: personName, givenName: personName }))
    .max(10)
    .default([]),
  identifiers: z
    .array(z.object({ mrn: z.string().trim().min(1).max(64), issuer: z.string().trim().min(1).max(64) }))
    .max(10)
    .default([]),
  contacts: z
    .array(z.object({ kind: z.enum(['email', 'mobile']), value: z.string().trim().min(3).max(254) }))
    .max(10)
    .default([]),
  parentIds: z.array(z.uuid()).max(4).default([]),
});

export const createPatient = endpoint({
  method: 'POST',
  path: '/api/desk/patients',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Add a patient to the directory',
  input: patientInput,
  output: z.object({ patientId: z.string() }),
  refusals: ['mrn-taken'],
});

export const updatePatient = endpoint({
  method: 'PUT',
  path: '/api/desk/patients/:patientId',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Correct a patient; a changed contact starts its 30 days anew',
  input: patientInput.extend({ patientId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'mrn-taken'],
});

export const readAccounting = endpoint({
  method: 'GET',
  path: '/api/desk/patients/:patientId/accounting',
  audience: 'desk',
  action: 'accounting.read',
  summary: 'Who got a patient’s pictures, at their direction or by mistake: 45 CFR 164.528',
  input: z.object({ patientId: z.uuid() }),
  output: z.object({
    from: calendarDate,
    entries: z.array(
      z.object({
        on: calendarDate,
        recipient: z.string(),
        /** Where it went, if that is known. */
        address: z.string().nullable(),
        exams: z.array(z.object({ label: z.string(), studyDate: calendarDate.nullable() })),
        why: z.enum(['third-party-directive', 'wrong-patient', 'wrong-recipient']),
        reference: z.string(),
      }),
    ),
    /** Who may be sent this list: each person once, by the request under which they were proved. */
    askers: z.array(
      z.object({
        requestId: z.string(),
        reference: z.string(),
        name: z.string(),
        is: z.enum(requesterKinds).exclude(['family']),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const sendAccounting = endpoint({
  method: 'POST',
  path: '/api/desk/patients/:patientId/accounting-letters',
  audience: 'desk',
  action: 'accounting.send',
  summary: 'Send that list as letter L-ACCT to whom it is chosen for among those entitled; 45 CFR 164.528(c)',
  input: z.object({ patientId: z.uuid(), requestId: z.uuid() }),
  output: z.object({ reference: z.string() }),
  refusals: ['not-found', 'identity-not-proved', 'letter-incomplete', 'storage-full'],
});

export const importPatients = endpoint({
  method: 'POST',
  path: '/api/desk/patients/import',
  audience: 'desk',
  action: 'directory.edit',
  summary: 'Load the directory from CSV; all lines or none',
  input: nothing,
  output: z.object({ added: z.int(), updated: z.int() }),
  refusals: ['csv-unreadable', 'too-large'],
  upload: { mediaType: 'text/csv', maxBytes: 20 * 1024 * 1024 },
});
