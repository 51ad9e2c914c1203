import { addDays, startOfLocalDay } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readFacilityFacts } from '../facility/facility-facts.ts';
import { transaction } from '../store/database.ts';

const morningHour = 6;
const hourMs = 3_600_000;

/** Once at the start, so that a server that was off catches up. */
export function watchAtOnce(app: App, since: string): Promise<void> {
  return transaction(app.db, (tx) => app.jobs.enqueue(tx, 'watch-clocks', { since }, { singletonKey: since }));
}

/** Once each morning where the facility is; whoever asks for the same morning joins the job that waits for it. */
export async function watchNextMorning(app: App): Promise<void> {
  const { timeZone, today } = await readFacilityFacts(app.db, app);
  const day = addDays(today, 1);
  const startAfter = new Date(startOfLocalDay(timeZone, day) + morningHour * hourMs);
  await transaction(app.db, (tx) =>
    app.jobs.enqueue(tx, 'watch-clocks', { since: day }, { singletonKey: day, startAfter }),
  );
}
