import { access, constants } from 'node:fs/promises';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { verifyAudit } from '../audit/verify-audit.ts';
import { openDecoderPool } from '../decoder/decoder-pool.ts';
import { type OpenOptions, openBase, type Sentence } from './open-house.ts';

/** `echoback doctor`: looks at what the program stands on and says in a line each what it found. */
export async function runDoctor(options: OpenOptions): Promise<Outcome<null, Sentence>> {
  const { config, say } = options;
  say(`Settings are in order; the data folder is ${config.dataFolder}.`);
  const base = await openBase(options);
  if (!base.ok) return base;
  const { database, folder } = base.value;
  const troubles: string[] = [];
  const objects = await folder.makeFolder('objects');
  const canWrite = await access(objects, constants.R_OK | constants.W_OK).then(
    () => true,
    () => false,
  );
  if (canWrite) say('The folder of the pictures can be read and written.');
  else troubles.push('the folder of the pictures can not be written');

  const decoder = openDecoderPool({ ffmpegPath: config.ffmpegPath, processes: 1 });
  if (await decoder.hasVideo()) say('Clips can be made: ffmpeg answers.');
  else troubles.push('there is no ffmpeg, so clips can not be played in a browser');
  decoder.close();

  for (const { id } of await database.db.selectFrom('facility').select('id').execute()) {
    const verdict = await verifyAudit(database.db, id);
    if (verdict.ok) say(`The account of who did what holds together (${verdict.events} events).`);
    else troubles.push(`the account of who did what does not hold from event ${verdict.firstBad} on`);
  }
  return troubles.length === 0 ? ok(null) : refuse({ sentence: `Something is wrong: ${troubles.join('; ')}.` });
}
