import type { Outcome } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { prepareRelease } from '../deliveries/prepare-release.ts';
import { deriveStudy } from '../imaging/derive-study.ts';
import { retrieveStudy } from '../imaging/retrieve-study.ts';
import { sendMail } from '../mail/send-mail.ts';

/** How many jobs of a kind run at the same time in one process. */
const AT_ONCE = { 'retrieve-study': 2, 'derive-study': 2, 'prepare-release': 1, 'send-mail': 2 } as const;

/** Wires each job to its use case. A refusal puts the job back into the queue, which tries again later and later. */
export async function startWorker(app: App): Promise<void> {
  await app.jobs.work('retrieve-study', { concurrency: AT_ONCE['retrieve-study'] }, async ({ data, signal }) => {
    orTryAgain(await retrieveStudy(app, { ...data, signal }));
  });
  await app.jobs.work('derive-study', { concurrency: AT_ONCE['derive-study'] }, async ({ data, signal }) => {
    orTryAgain(await deriveStudy(app, { ...data, signal }));
  });
  await app.jobs.work('prepare-release', { concurrency: AT_ONCE['prepare-release'] }, ({ data }) =>
    prepareRelease(app, data),
  );
  await app.jobs.work('send-mail', { concurrency: AT_ONCE['send-mail'] }, ({ data }) => sendMail(app, data));
}

/** The queue knows only one way to hear "not yet": an exception. Its name is the refusal's code. */
class NotYet extends Error {
  override name = 'NotYet';
}

function orTryAgain(outcome: Outcome<unknown, { code: string }>): void {
  if (!outcome.ok) throw new NotYet(outcome.refusal.code);
}
