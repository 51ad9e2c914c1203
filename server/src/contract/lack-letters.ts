import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const lackLetterCodes = ['L-VER', 'L-NPR', 'L-DIR', 'L-AUTH'] as const;

const letterWish = {
  requestId: z.uuid(),
  code: z.enum(lackLetterCodes),
  askedDeliveryId: z.uuid().optional(),
  askedPromptly: z.boolean().optional(),
};

export const previewLackLetter = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/lack-letter-previews',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'The letter that would ask for exactly what is missing, before it is sent',
  input: z.object(letterWish),
  output: z.object({ title: z.string(), html: z.string() }),
  refusals: ['not-found', 'nothing-lacks'],
});

export const sendLackLetter = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/lack-letters',
  audience: 'desk',
  action: 'authority.judge',
  summary: 'Ask for exactly what is missing; the deadline stands',
  input: z.object(letterWish),
  output: z.object({ letterId: z.string() }),
  refusals: ['not-found', 'nothing-lacks', 'storage-full'],
});

export const answerUnidentified = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/identity-not-shown',
  audience: 'desk',
  action: 'outcome.record',
  summary: 'The written answer when identity or authority was never shown; it closes the request or not by OD-21',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({ closed: z.boolean() }),
  refusals: ['not-found', 'nothing-lacks', 'proof-never-asked', 'still-time-for-proof', 'storage-full', 'wrong-step'],
});
