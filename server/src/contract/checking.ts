import { z } from 'zod';
import { deliveryKind, examCounts, freeText, kindCounts, missingObject, noContent, viewItem } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

export const checkPictures = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/checking',
  audience: 'desk',
  action: 'picture.check',
  summary: 'Everything that would be given, with the two proofs: one patient, and complete',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    reference: z.string(),
    patientName: z.string(),
    exams: z.array(
      z.object({
        examItemId: z.string(),
        matchId: z.string(),
        label: z.string(),
        studyDate: z.string().nullable(),
        counts: examCounts,
        items: z.array(
          viewItem.extend({
            instanceId: z.string(),
            headerName: z.string().nullable(),
            headerBirthDate: z.string().nullable(),
            headerMrn: z.string().nullable(),
            samePatient: z.boolean(),
            sopInstanceUid: z.string(),
            /** Goes into the copy; else it was not asked for, or was denied. */
            given: z.boolean(),
            denied: z.boolean(),
            flags: z.array(z.string()),
          }),
        ),
        /** What the person said, where they asked for certain pictures. */
        certainImages: z.string().nullable(),
        quarantined: z.array(z.object({ reason: z.string(), detail: z.string(), sizeBytes: z.number() })),
        attachedReports: z.array(z.object({ id: z.string(), sizeBytes: z.number(), attachedAt: z.string() })),
      }),
    ),
    onePatient: z.object({
      ok: z.boolean(),
      checked: z.int(),
      differing: z.array(z.object({ instanceId: z.string(), fact: z.string(), found: z.string().nullable() })),
    }),
    complete: z.object({
      ok: z.boolean(),
      listed: kindCounts,
      given: kindCounts,
      missing: z.array(missingObject),
      /** Every source was asked once more for what it did not give. */
      askedAgain: z.boolean(),
    }),
    reportIncluded: z.boolean(),
    ready: z.boolean(),
    /** Exams of the request that stay open, with the same due date, when this is given (OD-17). */
    stillOpen: z.array(z.string()),
    recipients: z.array(z.object({ kind: deliveryKind, name: z.string().nullable() })),
  }),
  refusals: ['not-found', 'wrong-step'],
});

export const readParts = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/parts',
  audience: 'desk',
  action: 'picture.check',
  summary: 'Of each open exam what is here, and the part that may be given now while the rest waits (OD-17)',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    exams: z.array(
      z.object({
        examItemId: z.string(),
        examType: z.string(),
        /** Given by themselves before. */
        given: z.array(z.enum(['pictures', 'report'])),
        free: z.enum(['pictures', 'report']).nullable(),
        attachedReports: z.array(z.object({ id: z.string(), sizeBytes: z.number(), attachedAt: z.string() })),
      }),
    ),
    /** Somebody who asks may have a copy: who they are and by what right is shown. */
    standing: z.boolean(),
  }),
  refusals: ['not-found'],
});

export const openInstanceFile = endpoint({
  method: 'GET',
  path: '/api/desk/matches/:matchId/instances/:instanceId/:kind',
  audience: 'desk',
  action: 'picture.check',
  summary: 'One picture, clip or report before release',
  input: z.object({
    matchId: z.uuid(),
    instanceId: z.uuid(),
    kind: z.enum(['thumbnail', 'picture', 'poster', 'clip', 'webm', 'report-pdf', 'png']),
    /** 0-based; only with `png`. */
    frame: z.coerce.number().int().min(0).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'not-playable'],
  bytes: true,
});

export const attachReport = endpoint({
  method: 'POST',
  path: '/api/desk/exam-items/:examItemId/reports',
  audience: 'desk',
  action: 'report.attach',
  summary: 'Attach the report as PDF when the archive has none',
  input: z.object({ examItemId: z.uuid() }),
  output: z.object({ reportId: z.string() }),
  refusals: ['not-found', 'not-a-pdf', 'too-large', 'wrong-step', 'storage-full'],
  upload: { mediaType: 'application/pdf', maxBytes: 20 * 1024 * 1024 },
});

export const takeReportOff = endpoint({
  method: 'POST',
  path: '/api/desk/reports/:reportId/withdrawal',
  audience: 'desk',
  action: 'report.attach',
  summary: 'Take off a report that was attached by mistake, before it is given; the file stays',
  input: z.object({ reportId: z.uuid(), reason: freeText.min(3, { error: 'Say why.' }) }),
  output: noContent,
  refusals: ['not-found', 'report-was-given', 'wrong-step'],
});

export const openDeskReport = endpoint({
  method: 'GET',
  path: '/api/desk/reports/:reportId',
  audience: 'desk',
  action: 'picture.check',
  summary: 'An attached report (PDF)',
  input: z.object({ reportId: z.uuid() }),
  output: noContent,
  refusals: ['not-found'],
  bytes: true,
});

export const approveRelease = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/release',
  audience: 'desk',
  action: 'release.approve',
  summary: 'Freeze exactly what is given; refused for two patients or an unnamed gap',
  input: z.object({
    requestId: z.uuid(),
    version: z.int(),
    /** Only the pictures, or only the report, of each exam of which the other waits (OD-17). */
    only: z.enum(['pictures', 'report']).optional(),
    /** Why what is missing is missing, and how it will follow; needed when the copy is not complete. */
    missingReason: freeText.optional(),
  }),
  output: z.object({ releaseId: z.string() }),
  refusals: [
    'not-found',
    'identity-not-proved',
    'differs-from-request',
    'mixed-patients',
    'second-person-needed',
    'incomplete',
    'source-not-asked-again',
    'exam-not-allowed',
    'instrument-lacks',
    'item-undecided',
    'on-hold',
    'own-file',
    'wrong-step',
    'changed-meanwhile',
  ],
});
