import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { watchAtOnce } from '../clock/next-watch.ts';
import type { PublicActor } from '../identity/actor.ts';

/** Where there is no test clock, this route does not exist. */
export async function setClock(
  app: App,
  _actor: PublicActor,
  input: { now: string },
): Promise<Outcome<null, { code: 'not-found' }>> {
  if (!app.config.demo || !app.setClock) return refuse({ code: 'not-found' });
  app.setClock(new Date(input.now));
  // Mornings went by that no clock of the machine saw.
  await watchAtOnce(app, input.now);
  return ok(null);
}
