import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { Actor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { accountForView } from './account-for-view.ts';
import type { ReleaseRecord } from './read-release.ts';

/** A download that goes on in ranges is one download: its end is told when no range came for this long. */
const quietMs = 60_000;

type Tally = { sentBytes: number; ranges: number; timer: NodeJS.Timeout | undefined };

/** Downloads under way, by session and release. What a killed process forgets is the end of a download, never its start. */
const underWay = new WeakMap<App, Map<string, Tally>>();

/**
 * The same file, accounted for: the start before the first byte leaves, the end with the bytes that left. Both once for
 * each session, not for each range (S10.1).
 */
export function accountForDownload(
  app: App,
  actor: Actor,
  { release, deliveryId }: { release: Pick<ReleaseRecord, 'releaseId' | 'accessRequestId'>; deliveryId: string },
  file: FileAnswer,
  disclose: () => Promise<void>,
): FileAnswer {
  const { releaseId, accessRequestId } = release;
  const about = { releaseId, deliveryId, totalBytes: file.sizeBytes };
  const key = `${actor.kind === 'program' ? actor.job : actor.sessionHash?.toString('hex')} ${deliveryId}`;
  const tellEnd = async ({ sentBytes, ranges }: Tally) => {
    const complete = sentBytes >= file.sizeBytes;
    const objects = { ...about, phase: 'ended', sentBytes, ranges, complete };
    await transaction(app.db, (tx) =>
      appendAudit(tx, app, { type: 'package.downloaded', outcome: 'success', actor, accessRequestId, objects }),
    );
  };
  return {
    ...file,
    stream: async (start, end, write, signal) => {
      await accountForView(app, actor, 'package.downloaded', accessRequestId, { ...about, phase: 'started' });
      await disclose();
      await file.stream(start, end, write, signal);
    },
    finished: async (sentBytes) => {
      const tallies = underWay.get(app) ?? new Map<string, Tally>();
      underWay.set(app, tallies);
      const tally = tallies.get(key) ?? { sentBytes: 0, ranges: 0, timer: undefined };
      tally.sentBytes += sentBytes;
      tally.ranges += 1;
      clearTimeout(tally.timer);
      tallies.delete(key);
      if (tally.sentBytes >= file.sizeBytes) return tellEnd(tally);
      tally.timer = setTimeout(() => {
        tallies.delete(key);
        tellEnd(tally).catch(() => app.log.error({ event: 'download-end-not-told', id: deliveryId }));
      }, quietMs);
      tally.timer.unref();
      tallies.set(key, tally);
    },
  };
}
