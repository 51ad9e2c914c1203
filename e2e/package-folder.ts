import { cpSync, existsSync, globSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { runTool } from './peers-here.ts';
import type { Visitor } from './visitor.ts';

/** Unpacked as people do it; `unzip -t` first, which reads every byte against its CRC-32. */
export async function unpack(zip: string, folder: string): Promise<void> {
  await runTool('unzip', ['-tq', zip]);
  mkdirSync(folder, { recursive: true });
  await runTool('unzip', ['-q', zip, '-d', folder]);
}

/** The originals of a package, by their path in it. */
export function originalsIn(folder: string): string[] {
  return globSync('DICOM/**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

/** (0008,0018) of a file as DCMTK reads it. */
export async function sopInstanceUidOf(file: string): Promise<string> {
  const told = await runTool('dcmdump', ['-q', '+P', '0008,0018', file]);
  return /\[([\d.]+)\]/.exec(told)?.[1] ?? '';
}

/** The files that a DICOMDIR refers to, as DCMTK reads it. PS3.3 F.3: the components stand between backslashes. */
export async function filesInDicomdir(folder: string): Promise<string[]> {
  const told = await runTool('dcmdump', ['-q', '+P', '0004,1500', path.join(folder, 'DICOMDIR')]);
  return [...told.matchAll(/\[([^\]]+)\]/g)].map(([, fileId = '']) => fileId.replaceAll('\\', '/')).sort();
}

/** What dicom3tools say about our directory and not about one that DCMTK made over the same files. */
export async function findingsOfOursOnly(folder: string, workFolder: string): Promise<string[]> {
  const theirs = path.join(workFolder, 'made-by-dcmtk');
  cpSync(path.join(folder, 'DICOM'), path.join(theirs, 'DICOM'), { recursive: true });
  const target = ['+id', theirs, '+D', path.join(theirs, 'DICOMDIR'), 'DICOM'];
  await runTool('dcmmkdir', ['+I', '+r', '-Pmi', ...target], { cwd: theirs, anyCode: true });
  if (!existsSync(path.join(theirs, 'DICOMDIR'))) throw new Error('dcmmkdir made no directory');
  const files = ['DICOMDIR', ...originalsIn(folder)];
  return [...(await newFindings('dciodvfy', ['DICOMDIR'])), ...(await newFindings('dcentvfy', files))];

  async function newFindings(checker: 'dciodvfy' | 'dcentvfy', args: string[]): Promise<string[]> {
    const [known, found] = await Promise.all([findings(theirs), findings(folder)]);
    return found.filter((line) => !known.includes(line));

    async function findings(cwd: string): Promise<string[]> {
      const lines = (await runTool(checker, args, { cwd, anyCode: true })).split('\n');
      return lines.filter((line) => /^(Error|Warning)/.test(line)).map((line) => line.trim());
    }
  }
}

/** Text of a PDF file, with runs of white space as one space. */
export async function pdfText(file: string): Promise<string> {
  return (await runTool('pdftotext', ['-layout', file, '-'])).replaceAll(/\s+/g, ' ').trim();
}

/** The text of the report inside an Encapsulated PDF object, as DCMTK takes it out. */
export async function textOfPdfObject(file: string, workFolder: string): Promise<string> {
  const pdf = path.join(workFolder, 'from-dcmtk.pdf');
  await runTool('dcm2pdf', [file, pdf]);
  return pdfText(pdf);
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
