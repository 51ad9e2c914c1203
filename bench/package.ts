import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startFacility } from '../e2e/facility.ts';
import { giveStudy } from './give-study.ts';
import { type MadeStudy, makeStudy } from './made-study.ts';
import { fetchToNowhere, forgetPeak, median, peakMemoryMb, type Transfer } from './measure.ts';
import { openPeers, type PeerTimes } from './peers.ts';
import { type Row, row } from './rows.ts';

type Options = { instances: number; size: string | undefined; runs: number; say: (text: string) => void };

/** The bounds that a release of the product keeps. */
const memoryLimitMb = 250;
const memoryGrowthLimit = 1.5;
const bench = 'package';

/** A patient's download of a large study: how fast, how soon, with how much memory, next to the other ways. */
export async function benchPackage({ instances, size, runs, say }: Options): Promise<{ rows: Row[]; notes: string[] }> {
  const study = await makeStudy(instances, size, say);
  const few = Math.max(10, Math.round(instances / 10));
  const small = await measureDownload(await makeStudy(few, undefined, say), 2, say);
  const peers = await openPeers(study, say);
  try {
    const large = await measureDownload(study, runs, say, peers.round);
    const growth = large.peakMb / small.peakMb;
    const rows = [
      ...transferRows(large.transfers, peers.times),
      row(bench, 'peak while downloading', large.downloadPeakMb, 'MB of memory', 'limit', memoryLimitMb),
      row(bench, 'peak of the whole run', large.peakMb, 'MB of memory', 'limit', memoryLimitMb),
      row(bench, `peak at ${instances} over ${few}`, growth, 'times', 'limit', memoryGrowthLimit),
    ];
    return { rows, notes: notesOn(study, runs, large.transfers, peers.times) };
  } finally {
    await peers.stop();
  }
}

function transferRows(transfers: readonly Transfer[], { media, archive, zip, cat }: PeerTimes): Row[] {
  const speed = (transfer: Transfer) => transfer.bytes / 1e6 / transfer.seconds;
  const typical = (all: readonly Transfer[], of: (transfer: Transfer) => number) =>
    all.length === 0 ? null : median(all.map(of));
  const compare = (name: string, unit: string, peer: string, theirs: readonly Transfer[], of: typeof speed) =>
    row(bench, name, median(transfers.map(of)), unit, peer, typical(theirs, of));
  return [
    compare('download', 'MB/s', 'Orthanc media', media, speed),
    compare('download', 'MB/s', 'Orthanc archive', archive, speed),
    compare('download', 'MB/s', 'zip -0 | cat', zip, speed),
    compare('download', 'MB/s', 'cat', cat, speed),
    compare('whole copy', 's', 'Orthanc media', media, ({ seconds }) => seconds),
    compare('first byte', 'ms', 'Orthanc media', media, ({ firstByteMs }) => firstByteMs),
  ];
}

function notesOn(study: MadeStudy, runs: number, transfers: readonly Transfer[], peers: PeerTimes): string[] {
  const size = (all: readonly Transfer[]) => megabytes(all[0]?.bytes ?? 0);
  return [
    `Study: ${study.files.length} files, ${megabytes(study.totalBytes)}. Echoback's answer: ${size(transfers)}, stored, with pictures for people beside the originals.`,
    peers.media.length > 0
      ? `Orthanc always deflates: its media answer was ${size(peers.media)}, its archive ${size(peers.archive)}.`
      : 'Orthanc is missing: node scripts/peers.ts install',
    `Median of ${runs} runs in turn with the others, files in the page cache. Speeds are bytes of the answer by time to the last one.`,
  ];
}

type Measured = { transfers: Transfer[]; downloadPeakMb: number; peakMb: number };

/** One server for one study, so that the peak is this study's. */
async function measureDownload(
  study: MadeStudy,
  runs: number,
  say: (text: string) => void,
  between: () => Promise<void> = async () => {},
): Promise<Measured> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'echoback-bench-data-'));
  say(`starting a facility for ${study.files.length} files`);
  const facility = await startFacility(dataFolder, { ECHOBACK_DEMO: 'true', ECHOBACK_LOG_LEVEL: 'error' });
  try {
    const given = await giveStudy(facility, study, say);
    const { pid } = facility;
    const before = peakMemoryMb(pid);
    forgetPeak(pid);
    const download = async () => {
      const transfer = await fetchToNowhere(`${facility.url}/api/portal/release/package`, [`Cookie: ${given.cookie}`]);
      if (transfer.bytes !== given.packageBytes) throw new Error('the download is not whole');
      return transfer;
    };
    // The first run fills the page cache.
    await download();
    say('measuring');
    const transfers: Transfer[] = [];
    for (let run = 0; run < runs; run++) {
      transfers.push(await download());
      await between();
    }
    const downloadPeakMb = peakMemoryMb(pid);
    return { transfers, downloadPeakMb, peakMb: Math.max(before, downloadPeakMb) };
  } finally {
    await facility.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
