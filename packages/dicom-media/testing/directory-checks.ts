import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Tool } from '../../../scripts/peers/tools.ts';
import type { FileSetFolder } from './file-set-folder.ts';

export type Checkers = { dcmmkdir: Tool; dcmodify: Tool; dciodvfy: Tool; dcentvfy: Tool };

/** What a checker says of our directory, and what of that it does not say of DCMTK's. */
export type Findings = { ours: string[]; oursAlone: string[] };

export type Checked = { dciodvfy: Findings; dcentvfy: Findings };

/** What a checker complains about, each complaint once: the places in the text vary with the order. */
async function complaints(checker: Tool, args: string[], cwd: string): Promise<string[]> {
  // dcentvfy of 2022 stops by an assertion at one sample, whatever directory stands beside it.
  const { stdout, stderr } = await checker(args, { cwd }).catch((fault: Error & { signal?: string }) => {
    if (fault.signal !== 'SIGABRT') throw fault;
    return { stdout: '', stderr: 'Error - it stopped by an assertion of its own' };
  });
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /^(Error|Warning)/.test(line));
  return [...new Set(lines.map((line) => line.trim()))];
}

/** The checkers on our directory; where they find something, on one that DCMTK makes of the same files too. */
export async function checkDirectory(set: FileSetFolder, tools: Checkers): Promise<Checked> {
  const across = ['DICOMDIR', ...set.filed.map(({ fileId }) => fileId)];
  const iod = await complaints(tools.dciodvfy, ['DICOMDIR'], set.folder);
  const entities = await complaints(tools.dcentvfy, across, set.folder);
  if (iod.length === 0 && entities.length === 0) return { dciodvfy: none, dcentvfy: none };
  const peers = await dcmtkDirectory(set, tools);
  const beside = async (ours: string[], checker: Tool, args: string[]): Promise<Findings> => {
    const theirs = ours.length === 0 ? [] : await complaints(checker, args, peers);
    return { ours, oursAlone: ours.filter((line) => !theirs.includes(line)) };
  };
  return {
    dciodvfy: await beside(iod, tools.dciodvfy, ['DICOMDIR']),
    dcentvfy: await beside(entities, tools.dcentvfy, across),
  };
}

const none: Findings = { ours: [], oursAlone: [] };

/** A folder with the same files and DCMTK's directory of them. */
async function dcmtkDirectory(set: FileSetFolder, { dcmmkdir, dcmodify }: Checkers): Promise<string> {
  const peers = `${set.folder}-dcmtk`;
  mkdirSync(peers);
  symlinkSync(path.join(set.folder, 'DICOM'), path.join(peers, 'DICOM'));
  const from = await withInstanceNumbers(set, dcmodify);
  const directory = path.join(peers, 'DICOMDIR');
  const files = set.filed.map(({ fileId }) => fileId);
  const { stderr } = await dcmmkdir(['+I', '+Nrs', '-Pmi', '+id', from, '+D', directory, ...files], { cwd: from });
  if (!existsSync(directory)) throw new Error(`DCMTK makes no directory of this set: ${stderr.slice(0, 500)}`);
  return peers;
}

/** DCMTK leaves a document out that has no instance number: it is shown copies that have one. */
async function withInstanceNumbers(set: FileSetFolder, dcmodify: Tool): Promise<string> {
  const numberless = set.filed.filter(
    ({ index }) => index.record.type === 'ENCAP DOC' && index.instanceNumber === undefined,
  );
  if (numberless.length === 0) return set.folder;
  const copies = `${set.folder}-numbered`;
  cpSync(path.join(set.folder, 'DICOM'), path.join(copies, 'DICOM'), { recursive: true });
  for (const { fileId } of numberless) await dcmodify(['-nb', '-i', '(0020,0013)=1', fileId], { cwd: copies });
  return copies;
}
