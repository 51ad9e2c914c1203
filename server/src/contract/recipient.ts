import { z } from 'zod';
import { fileKind, noContent, nothing, releaseView, zipPassword } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const openLink = endpoint({
  method: 'POST',
  path: '/api/links/:pathId/session',
  audience: 'public',
  action: 'share-link.open',
  summary: 'Open a secure link with its passcode; unknown, ended and revoked links answer alike',
  input: z.object({ pathId: z.string().max(64), passcode: z.string().trim().min(1).max(64) }),
  output: noContent,
  refusals: ['wrong-passcode', 'too-many-tries'],
});

export const seeSharedRelease = endpoint({
  method: 'GET',
  path: '/api/recipient/release',
  audience: 'recipient',
  action: 'share-link.view',
  summary: 'The pictures that were shared with me',
  input: nothing,
  output: releaseView,
  refusals: ['not-found'],
});

export const openSharedFile = endpoint({
  method: 'GET',
  path: '/api/recipient/release/items/:ordinal/:kind',
  audience: 'recipient',
  action: 'share-link.view',
  summary: 'One picture, clip or report of a shared release',
  input: z.object({ ordinal: z.coerce.number().int().min(0), kind: fileKind }),
  output: noContent,
  refusals: ['not-found', 'not-playable'],
  bytes: true,
});

export const openSharedReport = endpoint({
  method: 'GET',
  path: '/api/recipient/release/reports/:ordinal',
  audience: 'recipient',
  action: 'share-link.view',
  summary: 'An attached report of a shared release (PDF)',
  input: z.object({ ordinal: z.coerce.number().int().min(0) }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const downloadSharedPackage = endpoint({
  method: 'GET',
  path: '/api/recipient/release/package',
  audience: 'recipient',
  action: 'share-link.download',
  summary: 'The shared release as one ZIP',
  input: nothing,
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const downloadSealedShare = endpoint({
  method: 'POST',
  path: '/api/recipient/release/sealed-package',
  audience: 'recipient',
  action: 'share-link.download',
  summary: 'The shared release as a ZIP that opens with my password alone (AES-256); the password is not kept',
  input: z.object({ password: zipPassword }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
  form: true,
});
