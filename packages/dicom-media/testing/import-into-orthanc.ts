import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Tool } from '../../../scripts/peers/tools.ts';
import type { FileSetFolder } from './file-set-folder.ts';

/** What an archive says to one object sent alone: its own ID for it, or why not. */
export type Taken = { id: string } | { refused: string };

export async function sendAlone(url: string, bytes: Uint8Array): Promise<Taken> {
  const answer = await fetch(`${url}instances`, { method: 'POST', body: Buffer.from(bytes) });
  const said = (await answer.json()) as { ID?: string; Details?: string; Message?: string };
  return answer.ok && said.ID ? { id: said.ID } : { refused: said.Details || said.Message || `${answer.status}` };
}

/** The whole file-set with its DICOMDIR in one ZIP, as a person downloads it: IDs of what was taken. */
export async function sendZip(url: string, set: FileSetFolder, zip: Tool): Promise<string[]> {
  const archive = `${set.folder}.zip`;
  const { code, stderr } = await zip(['-q', '-0', '-r', archive, 'DICOMDIR', 'DICOM'], { cwd: set.folder });
  if (code !== 0) throw new Error(`zip of ${path.basename(set.folder)}: ${stderr}`);
  const answer = await fetch(`${url}instances`, { method: 'POST', body: readFileSync(archive) });
  return answer.ok ? ((await answer.json()) as { ID: string }[]).map(({ ID }) => ID) : [];
}

/** Empties the archive, so that what it holds next came with a file-set. */
export async function forgetAll(url: string): Promise<void> {
  const patients = (await (await fetch(`${url}patients`)).json()) as string[];
  for (const patient of patients) await fetch(`${url}patients/${patient}`, { method: 'DELETE' });
}
