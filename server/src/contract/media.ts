import { z } from 'zod';
import { noContent, printChoice } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

/** A disc, stick or prints cost something: they are made once the person said yes. */
const beforeTheYes = ['notice-missing', 'not-accepted'] as const;

export const postMedia = endpoint({
  method: 'POST',
  path: '/api/desk/deliveries/:deliveryId/handover',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'A disc, stick or prints were handed to the carrier, or collected',
  input: z.object({
    deliveryId: z.uuid(),
    carrier: z.string().trim().min(2, { error: 'Who took it?' }).max(80),
    trackingNumber: z.string().trim().max(80).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step', ...beforeTheYes],
});

export const downloadForMedia = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/package',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package to burn or copy',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', ...beforeTheYes],
  bytes: true,
});

export const downloadDiscImage = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/disc-image',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package as an image to burn: ISO 9660, Joliet and UDF',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', 'too-large-for-disc', ...beforeTheYes],
  bytes: true,
});

export const printDiscLabel = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/disc-label',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The face of the disc as PDF, 120 mm across',
  input: z.object({
    deliveryId: z.uuid(),
    /** The patient's name is on the disc only where the facility wants it. */
    patientName: z.enum(['yes', 'no']).optional(),
  }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const printMailingLabel = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/mailing-label',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The address of the parcel as PDF, 4 by 6 inches',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});

export const printForDelivery = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/prints',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The pictures, and a frame of each clip, as a PDF to print',
  input: printChoice.extend({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing', 'nothing-to-print', ...beforeTheYes],
  bytes: true,
});
