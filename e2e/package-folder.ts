import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import type { Visitor } from './visitor.ts';

/** Unpacked as people do it; `unzip -t` first, which reads every byte against its CRC-32. */
export function unpack(zip: string, folder: string): void {
  execFileSync('unzip', ['-tq', zip]);
  mkdirSync(folder, { recursive: true });
  execFileSync('unzip', ['-q', zip, '-d', folder]);
}

/** The originals of a package, by their path in it. */
export function originalsIn(folder: string): string[] {
  return globSync('DICOM/**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** (0008,0018) of a file as DCMTK reads it. */
export function sopInstanceUidOf(file: string): string {
  const told = execFileSync('dcmdump', ['-q', '+P', '0008,0018', file], { encoding: 'utf8' });
  return /\[([\d.]+)\]/.exec(told)?.[1] ?? '';
}

/** The files that a DICOMDIR refers to, as DCMTK reads it. PS3.3 F.3: the components stand between backslashes. */
export function filesInDicomdir(folder: string): string[] {
  const told = execFileSync('dcmdump', ['-q', '+P', '0004,1500', path.join(folder, 'DICOMDIR')], { encoding: 'utf8' });
  return [...told.matchAll(/\[([^\]]+)\]/g)].map(([, fileId = '']) => fileId.replaceAll('\\', '/')).sort();
}

/** What dicom3tools say about our directory and not about one that DCMTK made over the same files. */
export function findingsOfOursOnly(folder: string, workFolder: string): string[] {
  const theirs = path.join(workFolder, 'made-by-dcmtk');
  cpSync(path.join(folder, 'DICOM'), path.join(theirs, 'DICOM'), { recursive: true });
  tolerant('dcmmkdir', ['+I', '+r', '-Pmi', '+id', theirs, '+D', path.join(theirs, 'DICOMDIR'), 'DICOM'], theirs);
  if (!existsSync(path.join(theirs, 'DICOMDIR'))) throw new Error('dcmmkdir made no directory');
  const files = ['DICOMDIR', ...originalsIn(folder)];
  return [
    ['dciodvfy', 'DICOMDIR'],
    ['dcentvfy', ...files],
  ].flatMap(([checker = '', ...args]) => {
    const known = new Set(complaintsOf(checker, args, theirs));
    return complaintsOf(checker, args, folder).filter((line) => !known.has(line));
  });
}

function complaintsOf(checker: string, args: string[], folder: string): string[] {
  const lines = tolerant(checker, args, folder).split('\n');
  return lines.filter((line) => /^(Error|Warning)/.test(line)).map((line) => line.trim());
}

/** Both streams of a checker, which ends with a code of its own when it finds something. */
function tolerant(program: string, args: string[], folder: string): string {
  try {
    return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (fault) {
    const { stdout = '', stderr = '', code } = fault as { stdout?: string; stderr?: string; code?: string };
    if (code === 'ENOENT') throw fault;
    return `${stdout}\n${stderr}`;
  }
}

/** Text of a PDF, with runs of white space as one space. */
export function pdfText(pdf: string | Uint8Array): string {
  const args = ['-layout', typeof pdf === 'string' ? pdf : '-', '-'];
  const text = execFileSync('pdftotext', args, {
    encoding: 'utf8',
    ...(typeof pdf === 'string' ? {} : { input: pdf }),
  });
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The text of the report inside an Encapsulated PDF object, as DCMTK takes it out. */
export function textOfPdfObject(file: string, workFolder: string): string {
  const pdf = path.join(workFolder, 'from-dcmtk.pdf');
  execFileSync('dcm2pdf', [file, pdf], { stdio: 'ignore' });
  return pdfText(readFileSync(pdf));
}

/** A download with the visitor's own cookies that breaks off after some bytes, and one that goes on from there. */
export async function downloadInTwoParts(visitor: Visitor, url: string, breakAfter: number): Promise<Buffer> {
  const cookies = await visitor.context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const first = await readUntil(url, { cookie }, breakAfter);
  if (first.status !== 200 || first.body.length >= Number(first.headers['content-length'])) {
    throw new Error(`not broken off: ${first.status}, ${first.body.length} bytes`);
  }
  const rest = await readUntil(
    url,
    { cookie, range: `bytes=${first.body.length}-`, 'if-range': String(first.headers.etag) },
    Number.POSITIVE_INFINITY,
  );
  if (rest.status !== 206) throw new Error(`the rest came with status ${rest.status}`);
  return Buffer.concat([first.body, rest.body]);
}

type Part = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

function readUntil(url: string, headers: http.OutgoingHttpHeaders, enough: number): Promise<Part> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      let length = 0;
      const done = () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) });
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length < enough) return;
        done();
        answer.destroy();
      });
      answer.on('end', done);
      answer.on('error', reject);
    });
    request.on('error', reject);
  });
}
