import { readFile } from 'node:fs/promises';
import { findProgram } from '../scripts/peers/have.ts';
import { haveOrthanc, startOrthanc, storeInOrthanc } from '../scripts/peers/orthanc.ts';
import type { MadeStudy } from './made-study.ts';
import { fetchToNowhere, type Transfer, timeShell } from './measure.ts';

/** What the others take for the same files; null where the program is missing. Speeds of `zip` and `cat` in MB/s. */
export type PeerTimes = {
  media: Transfer[] | null;
  archive: Transfer[] | null;
  zip: number[] | null;
  cat: number[] | null;
};

/** Orthanc takes half a minute for a gigabyte: its speed hardly moves between runs. */
const orthancRuns = 2;

export async function measurePeers(study: MadeStudy, runs: number, say: (text: string) => void): Promise<PeerTimes> {
  const inShell = async (line: string) => {
    const speeds: number[] = [];
    for (let run = 0; run < runs; run++) speeds.push(study.totalBytes / 1e6 / (await timeShell(line, study.folder)));
    return speeds;
  };
  say('measuring cat and zip -0');
  const cat = await inShell('find . -type f -print0 | xargs -0 cat > /dev/null');
  const zip = findProgram('zip') ? await inShell('zip -q -0 -r - . > /dev/null') : null;
  return { ...(await measureOrthanc(study, say)), zip, cat };
}

async function measureOrthanc(
  study: MadeStudy,
  say: (text: string) => void,
): Promise<Pick<PeerTimes, 'media' | 'archive'>> {
  const have = haveOrthanc();
  if (!have.present) return { media: null, archive: null };
  say('putting the study into Orthanc and measuring its endpoints');
  const orthanc = await startOrthanc(have.value);
  try {
    for (const file of study.files) await storeInOrthanc(orthanc, [await readFile(file)]);
    const [studyId] = (await (await fetch(`${orthanc.url}studies`)).json()) as string[];
    const times = async (endpoint: 'media' | 'archive') => {
      const transfers: Transfer[] = [];
      for (let run = 0; run < orthancRuns; run++) {
        transfers.push(await fetchToNowhere(`${orthanc.url}studies/${studyId}/${endpoint}`));
      }
      return transfers;
    };
    return { media: await times('media'), archive: await times('archive') };
  } finally {
    await orthanc.stop();
  }
}
