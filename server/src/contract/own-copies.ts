import { z } from 'zod';
import { fileKind, noContent, nothing, printChoice, releaseView, zipPassword } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const newPasscode = endpoint({
  method: 'POST',
  path: '/api/portal/deliveries/:deliveryId/passcode',
  audience: 'requester',
  action: 'share-link.passcode',
  summary: 'Replace the passcode of a secure link; the old one stops at once',
  input: z.object({ deliveryId: z.uuid() }),
  output: z.object({ passcode: z.string() }),
  refusals: ['not-found'],
});

export const readLetter = endpoint({
  method: 'GET',
  path: '/api/portal/letters/:letterId',
  audience: 'requester',
  action: 'letter.read',
  summary: 'A letter as it was sent (PDF)',
  input: z.object({ letterId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const seeRelease = endpoint({
  method: 'GET',
  path: '/api/portal/release',
  audience: 'requester',
  action: 'release.view',
  summary: 'My pictures, clips and reports',
  input: nothing,
  output: releaseView,
  refusals: ['identity-not-proved', 'still-preparing', 'not-found'],
});

export const openReleaseFile = endpoint({
  method: 'GET',
  path: '/api/portal/release/items/:ordinal/:kind',
  audience: 'requester',
  action: 'release.view',
  summary: 'One picture, clip or report of my release',
  input: z.object({ ordinal: z.coerce.number().int().min(0), kind: fileKind }),
  output: noContent,
  refusals: ['identity-not-proved', 'not-found', 'not-playable'],
  bytes: true,
});

export const openAttachedReport = endpoint({
  method: 'GET',
  path: '/api/portal/release/reports/:ordinal',
  audience: 'requester',
  action: 'release.view',
  summary: 'A report that the office attached (PDF)',
  input: z.object({ ordinal: z.coerce.number().int().min(0) }),
  output: noContent,
  refusals: ['identity-not-proved', 'not-found'],
  bytes: true,
});

export const downloadPackage = endpoint({
  method: 'GET',
  path: '/api/portal/release/package',
  audience: 'requester',
  action: 'release.download',
  summary: 'Everything as one ZIP; length known, Range honoured (RFC 9110 section 14)',
  input: nothing,
  output: noContent,
  refusals: ['identity-not-proved', 'still-preparing', 'not-found'],
  bytes: true,
});

export const downloadSealedPackage = endpoint({
  method: 'POST',
  path: '/api/portal/release/sealed-package',
  audience: 'requester',
  action: 'release.download',
  summary: 'Everything as one ZIP that opens with my password alone (AES-256); the password is not kept',
  input: z.object({ password: zipPassword }),
  output: noContent,
  refusals: ['identity-not-proved', 'still-preparing', 'not-found'],
  bytes: true,
  form: true,
});

export const printRelease = endpoint({
  method: 'GET',
  path: '/api/portal/release/prints',
  audience: 'requester',
  action: 'release.print',
  summary: 'My pictures, and a frame of each clip, as a PDF to print',
  input: printChoice,
  output: noContent,
  refusals: ['identity-not-proved', 'still-preparing', 'not-found', 'nothing-to-print'],
  bytes: true,
});
