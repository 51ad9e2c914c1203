import { z } from 'zod';
import { nothing } from './common-fields.ts';
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
