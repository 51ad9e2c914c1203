import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { streamObjects } from '../deliveries/stream-objects.ts';
import { openDiskObjectStore } from '../store/disk-object-store.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { PrintFacts } from './draw-prints.ts';
import type { PrintChoice, PrintedPicture } from './print-choice.ts';
import { layoutPrints, printPieces } from './print-layout.ts';
import { printPages } from './print-pages.ts';

const [pdfinfo, pdftotext, pdftoppm] = [withTool('pdfinfo'), withTool('pdftotext'), withTool('pdftoppm')];
const mib = 1024 * 1024;

describeWith([pdfinfo, pdftotext, pdftoppm], 'pictures as a PDF to print, read by poppler', () => {
  let folder: string;
  let objects: ObjectStore;
  let red: PrintedPicture;
  let grey: PrintedPicture;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'echoback-prints-'));
    objects = await openDiskObjectStore({ folder, facilityId: 'here' });
    const make = async (colour: string, isGrey: boolean): Promise<PrintedPicture> => {
      const [width, height] = [400, 300];
      const plain = sharp({ create: { width, height, channels: 3, background: colour } });
      const jpeg = await (isGrey ? plain.toColourspace('b-w') : plain).jpeg().toBuffer();
      const put = await objects.putBytes(jpeg);
      if (!put.ok) throw new Error('the disk is full');
      const { sha256, sizeBytes } = put.value;
      const scale = { cmPerPixel: 0.02, top: 0, bottom: 299 };
      const about = { label: 'Picture 7', examLabel: 'Pregnancy scan', studyDate: '2026-10-28', isClip: isGrey };
      return { sha256, sizeBytes, width, height, scale, ...about };
    };
    [red, grey] = await Promise.all([make('#c81e1e', false), make('#808080', true)]);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const choice: PrintChoice = { layout: 'page', paper: 'letter', size: 'fit', named: 'yes' };
  const facts: PrintFacts = {
    ...{ language: 'en', facilityName: 'Riverside Imaging', createdOn: '2026-11-24', lifeSize: false },
    named: { patientName: 'Ana Nguyễn', day: (date) => `on ${date}` },
  };
  const layout = (pictures: PrintedPicture[], wish: Partial<PrintChoice> = {}, own: Partial<PrintFacts> = {}) =>
    layoutPrints(objects, printPages(pictures, { ...choice, ...wish }), { ...facts, ...own });
  type Layout = Awaited<ReturnType<typeof layout>>;
  const bytesOf = async (made: Layout, start = 0, end = made.totalBytes) => {
    const chunks: Buffer[] = [];
    const write = async (chunk: Uint8Array) => void chunks.push(Buffer.from(chunk));
    await streamObjects(objects, printPieces(made, start, end), write, new AbortController().signal);
    return Buffer.concat(chunks);
  };
  const file = () => path.join(folder, 'prints.pdf');
  const ask = async (tool: typeof pdfinfo, before: string[], after: string[] = []) => {
    if (!tool.present) throw new Error(tool.reason);
    const { code, stdout, stderr } = await tool.value([...before, file(), ...after]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };

  it('is as long as it says, in any range, and is made alike each time', async () => {
    const made = await layout([red, grey, red]);
    const whole = await bytesOf(made);
    expect(whole.byteLength).toBe(made.totalBytes);
    for (const at of [1, 700, made.totalBytes - 5]) {
      const parts = [await bytesOf(made, 0, at), await bytesOf(made, at)];
      expect(Buffer.concat(parts).equals(whole)).toBe(true);
    }
    expect((await layout([red, grey, red])).sha256).toBe(made.sha256);
  });

  it('shows each picture in its colours, and tells whoever listens what it is', async () => {
    await writeFile(file(), await bytesOf(await layout([red, grey])));
    const structure = await ask(pdfinfo, ['-struct-text']);
    expect(structure).toMatch(
      /Figure:\n +\/Placement \/Block\n +\/BBox \[[^\]]+\]\n +""\n +P \(block\)\n +"Picture 7"/,
    );
    const info = await ask(pdfinfo, []);
    expect(info).toMatch(/Title: +Pictures to print\n/);
    expect(info).toMatch(/Pages: +2\n/);
    const alternative = '/Alt (Picture 7 of the Pregnancy scan: an ultrasound picture.)';
    expect((await readFile(file())).includes(alternative)).toBe(true);
    await ask(pdftoppm, ['-r', '36', '-png'], [path.join(folder, 'page')]);
    const middle = async (page: number) => {
      const { data, info: size } = await sharp(path.join(folder, `page-${page}.png`))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      const at = (Math.floor(size.height / 2) * size.width + Math.floor(size.width / 2)) * size.channels;
      return [...data.subarray(at, at + 3)];
    };
    for (const [page, colour] of [
      [1, [200, 30, 30]],
      [2, [128, 128, 128]],
    ] as const) {
      const seen = await middle(page);
      for (const [at, value] of colour.entries()) expect(Math.abs((seen[at] ?? 0) - value)).toBeLessThan(4);
    }
  });

  it('names person, exam and day on each page, or leaves them off', async () => {
    await writeFile(file(), await bytesOf(await layout([red, grey])));
    const named = await ask(pdftotext, ['-layout'], ['-']);
    for (const page of named.split('\f').slice(0, 2))
      expect(page).toContain('Ana Nguyễn · Pregnancy scan, on 2026-10-28');
    expect(named).toContain('Page 2 of 2');
    expect(named).toContain('Picture 7, one frame of it');
    await writeFile(file(), await bytesOf(await layout([red, grey], { layout: 'sheet' }, { named: undefined })));
    const bare = await ask(pdftotext, ['-layout'], ['-']);
    expect(bare).toContain('Pregnancy scan');
    expect(bare).not.toMatch(/Nguyễn|2026/);
  });

  it('says what the ruler means, and when a picture is as large as in life', async () => {
    await writeFile(file(), await bytesOf(await layout([red])));
    // 400 pixels of 0.02 cm on 248.3 mm of paper.
    expect(await ask(pdftotext, ['-layout'], ['-'])).toMatch(/1 cm there is 2\.\d+ cm on this paper/);
    await writeFile(file(), await bytesOf(await layout([red], { size: 'life' }, { lifeSize: true })));
    expect(await ask(pdftotext, ['-layout'], ['-'])).toContain('Life size: 1 cm on the ruler is 1 cm in the scan');
  });

  it('keeps of 100 pages what was drawn and no picture, and a picture that comes twice once', async () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ ...red, label: `Picture ${at + 1}` }));
    const made = await layout(many);
    const held = made.pieces.reduce((sum, piece) => sum + ('bytes' in piece ? piece.bytes.byteLength : 0), 0);
    expect(held).toBeLessThan(mib);
    expect(made.pieces.filter((piece) => 'sha256' in piece)).toHaveLength(1);
  });
});
