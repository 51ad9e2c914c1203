import { z } from 'zod';
import { noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const sourceView = z.object({
  id: z.string(),
  kind: z.enum(['archive', 'dicomweb']),
  name: z.string(),
  baseUrl: z.string().nullable(),
  enabled: z.boolean(),
});

export const listImageSources = endpoint({
  method: 'GET',
  path: '/api/desk/image-sources',
  audience: 'desk',
  action: 'source.read',
  summary: 'Where studies live',
  input: nothing,
  output: z.object({ rows: z.array(sourceView) }),
  refusals: [],
});

export const addImageSource = endpoint({
  method: 'POST',
  path: '/api/desk/image-sources',
  audience: 'desk',
  action: 'source.edit',
  summary: 'Add a PACS by its DICOMweb address',
  input: z.object({ name: z.string().trim().min(1).max(80), baseUrl: z.url({ protocol: /^https?$/ }) }),
  output: z.object({ imageSourceId: z.string() }),
  refusals: ['forbidden', 'invalid-input'],
});

export const updateImageSource = endpoint({
  method: 'PUT',
  path: '/api/desk/image-sources/:imageSourceId',
  audience: 'desk',
  action: 'source.edit',
  summary: 'Change or switch off an image source',
  input: z.object({
    imageSourceId: z.uuid(),
    name: z.string().trim().min(1).max(80),
    baseUrl: z.url({ protocol: /^https?$/ }).optional(),
    enabled: z.boolean(),
  }),
  output: noContent,
  refusals: ['forbidden', 'not-found', 'invalid-input'],
});

export const testImageSource = endpoint({
  method: 'POST',
  path: '/api/desk/image-sources/:imageSourceId/tests',
  audience: 'desk',
  action: 'source.test',
  summary: 'Search and fetch one object, and say in words what failed',
  input: z.object({ imageSourceId: z.uuid() }),
  output: z.object({
    steps: z.array(
      z.object({
        step: z.enum(['search', 'list', 'fetch']),
        ok: z.boolean(),
        failureCode: z.string().nullable(),
        tookMs: z.number(),
      }),
    ),
  }),
  refusals: ['not-found'],
});

export const listQuarantine = endpoint({
  method: 'GET',
  path: '/api/desk/quarantine',
  audience: 'desk',
  action: 'quarantine.read',
  summary: 'Files that were kept but not used, with the reason',
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        imageSourceName: z.string().nullable(),
        reference: z.string().nullable(),
        reason: z.string(),
        detail: z.string(),
        sizeBytes: z.number(),
        quarantinedAt: z.string(),
      }),
    ),
  }),
  refusals: [],
});

export const importStudy = endpoint({
  method: 'POST',
  path: '/api/desk/archive/instances',
  audience: 'desk',
  action: 'archive.import',
  summary: 'Put one DICOM file into the built-in archive',
  input: nothing,
  output: z.object({ stored: z.enum(['stored', 'held-already', 'quarantined']), reason: z.string().nullable() }),
  refusals: ['too-large', 'storage-full'],
  upload: { mediaType: 'application/dicom', maxBytes: 4 * 1024 * 1024 * 1024 },
});
