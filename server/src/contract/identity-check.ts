import { z } from 'zod';
import { freeText, noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const choosePatient = endpoint({
  method: 'PUT',
  path: '/api/desk/requests/:requestId/patient',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Tie the request to a patient of the directory',
  input: z.object({
    requestId: z.uuid(),
    patientId: z.uuid(),
    /** Why it is this patient although name, birth date or record number differ from the request. */
    reason: freeText.min(3, { error: 'Say why it is this patient.' }).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', 'differs-from-request', 'other-than-asked'],
});

export const sendIdentityCode = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/identity-codes',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Send a code to a contact that the directory already held',
  input: z.object({ requestId: z.uuid(), contactId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'contact-too-new', 'too-many-tries', 'wrong-step'],
});

export const recordIdentityProof = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/identity-proofs',
  audience: 'desk',
  action: 'identity.judge',
  summary: 'Record a photo ID or the person themself, judged by staff; 45 CFR 164.514(h)',
  input: z.object({
    requestId: z.uuid(),
    method: z.enum(['photo-id', 'in-person']),
    evidence: z.string().trim().min(3, { error: 'Say what was shown and how.' }).max(500),
  }),
  output: noContent,
  refusals: ['not-found', 'not-in-directory', 'wrong-step', 'own-file'],
});
