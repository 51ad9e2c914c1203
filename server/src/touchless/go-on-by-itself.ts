import type { App } from '../app.ts';
import { matchByItself } from './match-by-itself.ts';
import { releaseByItself } from './release-by-itself.ts';
import { tieByItself } from './tie-by-itself.ts';
import { mayGoByItself } from './touchless-setting.ts';

/**
 * Takes one request as far as it goes without a person, where the privacy officer allows it: whose it is, which study is
 * meant, and whether it is given. Asked whenever one of these may have become answerable; each step finds what it has
 * done before, so it may run at any time and any number of times.
 */
export async function goOnByItself(app: App, { accessRequestId }: { accessRequestId: string }): Promise<void> {
  if (!(await mayGoByItself(app.db, app))) return;
  await tieByItself(app, accessRequestId);
  await matchByItself(app, accessRequestId);
  await releaseByItself(app, accessRequestId);
}
