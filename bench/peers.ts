import { readFile } from 'node:fs/promises';
import { findProgram } from '../scripts/peers/have.ts';
import { haveOrthanc, startOrthanc, storeInOrthanc } from '../scripts/peers/orthanc.ts';
import type { MadeStudy } from './made-study.ts';
import { fetchToNowhere, type Transfer, timeShell } from './measure.ts';

/** What the others took for the same files, a measurement a round; empty where the program is missing. */
export type PeerTimes = { media: Transfer[]; archive: Transfer[]; zip: Transfer[]; cat: Transfer[] };

export type Peers = {
  times: PeerTimes;
  /** Each of them once, between two of our own runs: whatever else the machine does then meets all of them. */
  round(): Promise<void>;
  stop(): Promise<void>;
};

/** Orthanc takes half a minute for a gigabyte and moves little between runs. */
const orthancRounds = 2;

export async function openPeers(study: MadeStudy, say: (text: string) => void): Promise<Peers> {
  const times: PeerTimes = { media: [], archive: [], zip: [], cat: [] };
  const orthanc = await openOrthanc(study, say);
  const inShell = async (line: string): Promise<Transfer> => {
    const seconds = await timeShell(line, study.folder);
    return { bytes: study.totalBytes, seconds, firstByteMs: Number.NaN };
  };
  let rounds = 0;
  return {
    times,
    round: async () => {
      times.cat.push(await inShell('find . -type f -print0 | xargs -0 cat > /dev/null'));
      if (findProgram('zip')) times.zip.push(await inShell('zip -q -0 -r - . | cat > /dev/null'));
      rounds += 1;
      if (!orthanc || rounds > orthancRounds) return;
      times.media.push(await fetchToNowhere(`${orthanc.studyUrl}/media`));
      times.archive.push(await fetchToNowhere(`${orthanc.studyUrl}/archive`));
    },
    stop: async () => {
      await orthanc?.stop();
    },
  };
}

async function openOrthanc(
  study: MadeStudy,
  say: (text: string) => void,
): Promise<{ studyUrl: string; stop(): Promise<void> } | undefined> {
  const have = haveOrthanc();
  if (!have.present) return undefined;
  say('putting the study into Orthanc');
  const orthanc = await startOrthanc(have.value);
  try {
    for (const file of study.files) await storeInOrthanc(orthanc, [await readFile(file)]);
    const [studyId] = (await (await fetch(`${orthanc.url}studies`)).json()) as string[];
    return { studyUrl: `${orthanc.url}studies/${studyId}`, stop: orthanc.stop };
  } catch (fault) {
    await orthanc.stop();
    throw fault;
  }
}
