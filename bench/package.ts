import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startFacility } from '../e2e/facility.ts';
import { giveStudy } from './give-study.ts';
import { type MadeStudy, makeStudy } from './made-study.ts';
import { fetchToNowhere, forgetPeak, median, peakMemoryMb, type Transfer } from './measure.ts';
import { measurePeers } from './peers.ts';
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
  const large = await measureDownload(study, runs, say);
  const peers = await measurePeers(study, runs, say);
  const speed = (transfer: Transfer) => transfer.bytes / 1e6 / transfer.seconds;
  const ours = median(large.transfers.map(speed));
  const firstByte = median(large.transfers.map(({ firstByteMs }) => firstByteMs));
  const theirFirstByte = peers.media ? median(peers.media.map(({ firstByteMs }) => firstByteMs)) : null;
  const compare = (name: string, value: number | null) => row(bench, 'download', ours, 'MB/s', name, value);
  const seconds = median(large.transfers.map((each) => each.seconds));
  const theirSeconds = peers.media ? median(peers.media.map((each) => each.seconds)) : null;
  const rows = [
    compare('Orthanc media', peers.media && median(peers.media.map(speed))),
    compare('Orthanc archive', peers.archive && median(peers.archive.map(speed))),
    compare('zip -0 to nowhere', peers.zip && median(peers.zip)),
    compare('cat to nowhere', peers.cat && median(peers.cat)),
    row(bench, 'whole copy', seconds, 's', 'Orthanc media', theirSeconds),
    row(bench, 'first byte', firstByte, 'ms', 'Orthanc media', theirFirstByte),
    row(bench, 'peak while downloading', large.downloadPeakMb, 'MB of memory', 'limit', memoryLimitMb),
    row(bench, 'peak of the whole run', large.peakMb, 'MB of memory', 'limit', memoryLimitMb),
    row(bench, `peak at ${instances} over ${few}`, large.peakMb / small.peakMb, 'times', 'limit', memoryGrowthLimit),
  ];
  const notes = [
    `Study: ${study.files.length} files, ${megabytes(study.totalBytes)}. Echoback's answer: ${megabytes(large.transfers[0]?.bytes ?? 0)}, stored, with pictures for people beside the originals.`,
    peers.media
      ? `Orthanc always deflates: its media answer was ${megabytes(peers.media[0]?.bytes ?? 0)}, its archive ${megabytes(peers.archive?.[0]?.bytes ?? 0)}.`
      : 'Orthanc is missing: node scripts/peers.ts install',
    `Median of ${runs} runs, files in the page cache. Speeds are bytes of the answer by time to the last one.`,
  ];
  return { rows, notes };
}

type Measured = { transfers: Transfer[]; downloadPeakMb: number; peakMb: number };

/** One server for one study, so that the peak is this study's. */
async function measureDownload(study: MadeStudy, runs: number, say: (text: string) => void): Promise<Measured> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'echoback-bench-data-'));
  say(`starting a facility for ${study.files.length} files`);
  const facility = await startFacility(dataFolder, { ECHOBACK_DEMO: 'true', ECHOBACK_LOG_LEVEL: 'error' });
  try {
    const given = await giveStudy(facility, study, say);
    const { pid } = facility;
    const before = peakMemoryMb(pid);
    forgetPeak(pid);
    const transfers: Transfer[] = [];
    for (let run = 0; run <= runs; run++) {
      const transfer = await fetchToNowhere(`${facility.url}/api/portal/release/package`, [`Cookie: ${given.cookie}`]);
      if (transfer.bytes !== given.packageBytes) throw new Error('the download is not whole');
      // The first run fills the page cache.
      if (run > 0) transfers.push(transfer);
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
