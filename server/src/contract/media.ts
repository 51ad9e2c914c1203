import { z } from 'zod';
import { noContent } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

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
  refusals: ['not-found', 'wrong-step'],
});

export const downloadForMedia = endpoint({
  method: 'GET',
  path: '/api/desk/deliveries/:deliveryId/package',
  audience: 'desk',
  action: 'delivery.hand-over',
  summary: 'The package to burn or copy',
  input: z.object({ deliveryId: z.uuid() }),
  output: noContent,
  refusals: ['not-found', 'still-preparing'],
  bytes: true,
});
