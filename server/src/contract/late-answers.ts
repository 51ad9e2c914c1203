import { z } from 'zod';
import { calendarDate } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const lateRequest = z.object({
  requestId: z.string(),
  reference: z.string(),
  receivedOn: calendarDate,
  dueOn: calendarDate,
  /** Null while nobody has answered. */
  answeredOn: calendarDate.nullable(),
  daysLate: z.int(),
});

export const readLateAnswers = endpoint({
  method: 'GET',
  path: '/api/desk/late-answers',
  audience: 'desk',
  action: 'worklist.read',
  summary: 'For compliance: what was received in these days and answered late or not yet, and access that has returned',
  input: z.object({ from: calendarDate.optional(), to: calendarDate.optional() }),
  output: z.object({
    from: calendarDate,
    to: calendarDate,
    received: z.int(),
    answeredInTime: z.int(),
    late: z.array(lateRequest),
    /** Denied until a day that has come (45 CFR 164.524(a)(2)(iii)), and not opened again since. */
    returned: z.array(z.object({ requestId: z.string(), reference: z.string(), returnedOn: calendarDate })),
  }),
  refusals: [],
});
