import { z } from 'zod';
import { calendarDate } from './common-fields.ts';

/** A time on the facility's own wall clock, counted in 24 hours. */
export const inspectionTime = z.object({
  on: calendarDate,
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'A time like 14:30.' }),
});

const offered = z.object({
  id: z.string(),
  place: z.string(),
  askFor: z.string(),
  times: z.array(inspectionTime),
});

/** How far the appointment is. */
export const inspectionStanding = z.discriminatedUnion('is', [
  /** The person wants another time than those offered, or did not come; or nothing was offered yet. */
  z.object({ is: z.literal('to-offer'), wish: z.string().nullable(), missed: inspectionTime.nullable() }),
  z.object({ is: z.literal('offered'), offer: offered }),
  z.object({ is: z.literal('chosen'), offer: offered, time: inspectionTime }),
  z.object({ is: z.literal('held') }),
]);
