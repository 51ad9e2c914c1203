import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findProgram, type Have, missing, present } from './have.ts';

const run = promisify(execFile);

/** Programs that judge or make our files, by the Debian package that brings them. */
const packageOf = {
  dcmdump: 'dcmtk',
  dcmodify: 'dcmtk',
  dcmconv: 'dcmtk',
  dcmmkdir: 'dcmtk',
  dcmdjpeg: 'dcmtk',
  dcm2img: 'dcmtk',
  dcm2pdf: 'dcmtk',
  dcm2pnm: 'dcmtk',
  dcmj2pnm: 'dcmtk',
  dcml2pnm: 'dcmtk',
  storescu: 'dcmtk',
  dciodvfy: 'dicom3tools',
  dcentvfy: 'dicom3tools',
  dcdirdmp: 'dicom3tools',
  zip: 'zip',
  unzip: 'unzip',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdfimages: 'poppler-utils',
  xorriso: 'xorriso',
  '7z': 'p7zip-full',
  isoinfo: 'genisoimage',
  udfinfo: 'udftools',
  gdcmconv: 'libgdcm-tools',
  opj_decompress: 'libopenjp2-tools',
  ffmpeg: 'ffmpeg',
  ffprobe: 'ffmpeg',
} as const;

export type ToolName = keyof typeof packageOf;
export type Tool = (args: string[], options?: { cwd?: string }) => Promise<ToolAnswer>;
type ToolAnswer = { code: number; stdout: string; stderr: string };

/** The tool as a function that answers exit code and words, or why it is missing. */
export function withTool(name: ToolName): Have<Tool> {
  const program = findProgram(name);
  if (!program) return missing(`${name} (Debian's ${packageOf[name]}) is not installed: node scripts/peers.ts install`);
  return present(async (args, options) => {
    try {
      const { stdout, stderr } = await run(program, args, { ...options, maxBuffer: 256 * 1024 * 1024, env: toolEnv });
      return { code: 0, stdout, stderr };
    } catch (fault) {
      const { code, stdout, stderr } = fault as { code?: unknown; stdout?: string; stderr?: string };
      if (typeof code !== 'number') throw fault;
      return { code, stdout: stdout ?? '', stderr: stderr ?? '' };
    }
  });
}

const toolEnv = { ...process.env, LC_ALL: 'C.UTF-8', TCP_NODELAY: '1' };
