import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StructuredReport } from '@echoback/dicom-media';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { withTool } from '../../../scripts/peers/tools.ts';
import { samplesFolder } from '../../../scripts/samples.ts';
import { type DecoderPool, openDecoderPool } from '../decoder/decoder-pool.ts';
import { writeReportPdf } from './report-pdf.ts';

const pdfinfo = withTool('pdfinfo');

const obstetric = path.join(samplesFolder, 'media/us-synthetic/DICOM/ST000001/SE000003/IM000001');

describeWith([haveSamples(), pdfinfo], 'a structured report as PDF, read by poppler', () => {
  let folder: string;
  let pool: DecoderPool;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'echoback-report-'));
    pool = openDecoderPool({ processes: 1, writableFolder: folder });
  });
  afterAll(async () => {
    pool.close();
    await rm(folder, { recursive: true, force: true });
  });

  const write = (report: StructuredReport, language: 'en' | 'es' = 'en') =>
    writeReportPdf({
      report,
      language,
      examLabel: 'Pregnancy scan, 2026-10-28',
      facilityName: 'Riverside Imaging',
      reference: 'EB 7Q4 M2K',
      createdOn: '2026-11-24',
    });
  const structureOf = async (pdf: Uint8Array, option = '-struct-text') => {
    if (!pdfinfo.present) throw new Error(pdfinfo.reason);
    const file = path.join(folder, 'report.pdf');
    await writeFile(file, pdf);
    const { code, stdout, stderr } = await pdfinfo.value([option, file]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const derive = async (file: string): Promise<StructuredReport> => {
    const derived = await pool.derive({ file, outFolder: folder });
    const json = derived.ok && derived.value.files.find(({ kind }) => kind === 'report-json');
    if (!json) throw new Error('no structured report');
    return JSON.parse(await readFile(json.path, 'utf8'));
  };

  it('has headings, and each measurement with its value and unit in a table', async () => {
    const structure = await structureOf(await write(await derive(obstetric), 'es'));
    expect(structure).toMatch(/H1 \(block\)\n +"OB-GYN Ultrasound Procedure Report"/);
    expect(structure).toMatch(/H2 \(block\)\n +"Fetal Biometry"/);
    expect(structure).toMatch(/H3 \(block\)\n +"Biometry Group"/);
    expect(structure).toMatch(/\/Scope \/Row\n +"Biparietal Diameter"\n +TD\n +"51.1"\n +TD\n +"mm"/);
    expect(structure).toMatch(/\/Scope \/Column\n +"Unidad"/);
  });

  it('loses no word of any sample, tears no number, and its title names nobody', async () => {
    const samples = path.join(samplesFolder, 'sr');
    for (const name of await readdir(samples)) {
      const report = await derive(path.join(samples, name));
      const pdf = await write(report);
      const text = (await structureOf(pdf)).replaceAll(/"\s*\n\s*"/g, ' ').replaceAll(/\s+/g, ' ');
      for (const { paragraphs, measurements } of report.sections) {
        for (const { value } of measurements) expect(text, name).toContain(`"${value}"`);
        const [first] = paragraphs.at(-1)?.text.split('\n') ?? [''];
        expect(text, name).toContain(first?.replaceAll(/\s+/g, ' '));
      }
      const info = await structureOf(pdf, '-meta');
      expect(info).toContain('Measurements (EB 7Q4 M2K)');
      expect(info).not.toContain('Pregnancy');
    }
  });

  it('goes on over pages, numbered, and is written alike each time', async () => {
    const measurements = Array.from({ length: 90 }, (_, at) => ({ name: `Length ${at}`, value: '1', unit: 'mm' }));
    const report = { title: 'Long', sections: [{ heading: 'All', depth: 1, paragraphs: [], measurements }] };
    const pdf = await write(report);
    expect(await structureOf(pdf)).toContain('"Length 89"');
    expect(await structureOf(pdf, '-isodates')).toMatch(/Pages: +4/);
    expect(Buffer.compare(pdf, await write(report))).toBe(0);
  });
});
