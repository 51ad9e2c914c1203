import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import type { ImageSource, SourceFailure } from '../sources/image-source.ts';
import { openSource } from '../sources/open-source.ts';

type Step = { step: 'search' | 'list' | 'fetch'; ok: boolean; failureCode: string | null; tookMs: number };

const TEST_MS = 30_000;

/**
 * Does what a request will need of a source (search, list, fetch one object) and tells how each step went. Which
 * study it meets does not matter: only whether there is an answer counts, and nothing of it is kept.
 */
export async function testImageSource(
  app: App,
  _actor: StaffActor,
  input: { imageSourceId: string },
): Promise<Outcome<{ steps: Step[] }, { code: 'not-found' }>> {
  const row = await app.db
    .selectFrom('image_source')
    .select(['id', 'settings'])
    .where('id', '=', input.imageSourceId)
    .where('facility_id', '=', app.facilityId)
    .executeTakeFirst();
  if (!row) return refuse({ code: 'not-found' });
  const source = openSource(app, row);
  try {
    return ok({ steps: await tryAll(source) });
  } finally {
    source.close();
  }
}

async function tryAll(source: ImageSource): Promise<Step[]> {
  const signal = AbortSignal.timeout(TEST_MS);
  const steps: Step[] = [];
  const study = await timed(steps, 'search', () => source.someStudy(signal));
  if (!study) return steps;
  const listed = await timed(steps, 'list', () => source.listInstances(study, signal));
  const instance = listed?.[0];
  if (!instance) return steps;
  await timed(steps, 'fetch', () => source.fetchInstance(study, instance, async () => {}, signal));
  return steps;
}

async function timed<T>(
  steps: Step[],
  step: Step['step'],
  act: () => Promise<Outcome<T, SourceFailure>>,
): Promise<T | undefined> {
  const startedAt = performance.now();
  const done = await act();
  const tookMs = Math.round(performance.now() - startedAt);
  steps.push({ step, ok: done.ok, failureCode: done.ok ? null : done.refusal.code, tookMs });
  return done.ok ? done.value : undefined;
}
