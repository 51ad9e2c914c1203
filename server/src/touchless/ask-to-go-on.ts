import type { App } from '../app.ts';
import type { Tx } from '../store/database.ts';

/** Something changed that may let the program go on with a request; whether it may, the job decides. */
export function askToGoOn(tx: Tx, app: App, accessRequestId: string): Promise<void> {
  return app.jobs.enqueue(tx, 'go-on-by-itself', { accessRequestId }, { singletonKey: accessRequestId });
}
