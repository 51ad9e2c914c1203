import { z } from 'zod';
import { noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

/** Demo facility only: what would have been mailed. */
export const readOutbox = endpoint({
  method: 'GET',
  path: '/api/demo/outbox',
  audience: 'public',
  action: 'demo.outbox',
  summary: 'Mail and text messages of the demo facility',
  input: nothing,
  output: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        channel: z.enum(['email', 'mobile']),
        recipient: z.string(),
        subject: z.string(),
        body: z.string(),
        madeAt: z.string(),
        sentAt: z.string().nullable(),
      }),
    ),
  }),
  refusals: ['not-found'],
});

/** Demo facility with a test clock only: days go by when a test says so. */
export const setClock = endpoint({
  method: 'PUT',
  path: '/api/demo/clock',
  audience: 'public',
  action: 'demo.clock',
  summary: 'Set the test clock of the demo facility',
  input: z.object({ now: z.iso.datetime({ offset: true }) }),
  output: noContent,
  refusals: ['not-found'],
});
