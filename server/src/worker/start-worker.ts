import type { Outcome } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { watchNextMorning } from '../clock/next-watch.ts';
import { watchClocks } from '../clock/watch-clocks.ts';
import { finishMailedCopy } from '../deliveries/finish-mailed-copy.ts';
import { openHeldReports, openWhatIsFree } from '../deliveries/open-held-reports.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { forgetExpiredDrafts } from '../drafts/request-draft.ts';
import { deriveStudy } from '../imaging/derive-study.ts';
import { retrieveStudy } from '../imaging/retrieve-study.ts';
import { sendMail } from '../mail/send-mail.ts';
import { transaction } from '../store/database.ts';
import { goOnByItself } from '../touchless/go-on-by-itself.ts';

/** How many jobs of a kind run at the same time in one process. */
const AT_ONCE = {
  'retrieve-study': 2,
  'derive-study': 2,
  'prepare-release': 1,
  'open-held-reports': 1,
  'send-mail': 2,
  'go-on-by-itself': 2,
  'watch-clocks': 1,
} as const;

/** The queue tries a job so often within some twenty minutes and then gives it up. */
const LAST_ATTEMPT = 9;
/** An archive that was down for the night is asked again; the legal clock runs on. */
const COME_BACK_MS = 30 * 60_000;

/** Wires each job to its use case. A refusal puts the job back into the queue, which tries again later and later. */
export async function startWorker(app: App): Promise<void> {
  const { work } = app.jobs;
  await work('retrieve-study', { concurrency: AT_ONCE['retrieve-study'] }, async ({ data, signal, attempt }) => {
    const retrieved = await retrieveStudy(app, { ...data, signal });
    if (retrieved.ok || attempt < LAST_ATTEMPT) return orTryAgain(retrieved);
    const startAfter = new Date(app.now().getTime() + COME_BACK_MS);
    await transaction(app.db, (tx) =>
      app.jobs.enqueue(tx, 'retrieve-study', data, { singletonKey: data.matchId, startAfter }),
    );
  });
  await work('derive-study', { concurrency: AT_ONCE['derive-study'] }, async ({ data, signal, attempt }) => {
    orTryAgain(await deriveStudy(app, { ...data, signal, attempt }));
  });
  await work('prepare-release', { concurrency: AT_ONCE['prepare-release'] }, ({ data }) => prepareRelease(app, data));
  await work('open-held-reports', { concurrency: AT_ONCE['open-held-reports'] }, ({ data }) =>
    openHeldReports(app, data),
  );
  await work('send-mail', { concurrency: AT_ONCE['send-mail'] }, async ({ data }) => {
    await sendMail(app, data);
    await finishMailedCopy(app, data);
  });
  await work('go-on-by-itself', { concurrency: AT_ONCE['go-on-by-itself'] }, ({ data }) => goOnByItself(app, data));
  await work('watch-clocks', { concurrency: AT_ONCE['watch-clocks'] }, async () => {
    await watchClocks(app);
    await openWhatIsFree(app);
    await forgetExpiredDrafts(app);
    await watchNextMorning(app);
  });
}

/** The queue knows only one way to hear "not yet": an exception. Its name is the refusal's code. */
class NotYet extends Error {
  override name = 'NotYet';
}

function orTryAgain(outcome: Outcome<unknown, { code: string }>): void {
  if (!outcome.ok) throw new NotYet(outcome.refusal.code);
}
