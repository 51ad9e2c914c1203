import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { personName, type StructuredReport } from '../packages/dicom-media/src/index.ts';
import { indexOf } from '../packages/dicom-media/testing/sample-files.ts';
import type { OfflineExam, OfflineItem, OfflineViewerData } from '../server/src/contract/offline-viewer.ts';
import { openDecoderPool } from '../server/src/decoder/decoder-pool.ts';
import type { DerivedFileKind } from '../server/src/decoder/derived-object.ts';
import { readBuiltViewer } from '../server/src/deliveries/built-viewer.ts';
import { writeReportPdf } from '../server/src/deliveries/report-pdf.ts';
import { startPage } from '../server/src/deliveries/start-page.ts';

export type OfflineSource = { file: string; exam: string };

const written = { language: 'en', facilityName: 'Test', reference: '', createdOn: '2026-11-24' } as const;

type Made = { item: OfflineItem; patientName: string; studyDate: string | null; exam: string };

/**
 * A package for people without a facility: pictures, clips and reports of some files as the decoder makes them, and the
 * start page over them, written by the same functions that a release is given by.
 */
export async function makeOfflineFolder(sources: readonly OfflineSource[], folder: string): Promise<OfflineViewerData> {
  for (const name of ['PICTURES', 'REPORTS', 'IHE_PDI', 'DICOM', 'made'])
    mkdirSync(path.join(folder, name), { recursive: true });
  const viewer = await readBuiltViewer();
  if (!viewer) throw new Error('the offline viewer is not built: npm run build:web');
  const pool = openDecoderPool({ writableFolder: folder });
  const made: Made[] = [];
  for (const [place, source] of sources.entries()) made.push(await makeOne(pool, source, folder, place + 1));
  pool.close();
  rmSync(path.join(folder, 'made'), { recursive: true });
  const data: OfflineViewerData = {
    version: 2,
    language: 'en',
    product: { name: 'Echoback', version: '0' },
    facility: null,
    reference: null,
    part: null,
    createdOn: '2026-11-24',
    dicom: { folder: 'DICOM', directory: 'DICOMDIR', files: sources.length },
    readme: null,
    patients: [...Map.groupBy(made, ({ patientName }) => patientName)].map(([name, own]) => ({
      name,
      birthDate: null,
      mrn: null,
      exams: [...Map.groupBy(own, ({ exam }) => exam)].map(([label, members]) => asExam(label, members)),
    })),
  };
  writeFileSync(path.join(folder, 'INDEX.HTM'), startPage(data, viewer));
  return data;
}

function asExam(label: string, members: readonly Made[]): OfflineExam {
  const count = (...kinds: OfflineItem['kind'][]) => members.filter(({ item }) => kinds.includes(item.kind)).length;
  const given = {
    stills: count('still'),
    clips: count('clip'),
    reports: count('structured-report', 'pdf-report'),
    other: count('other', 'presentation-state'),
  };
  return {
    label,
    studyDate: members[0]?.studyDate ?? null,
    counts: { listed: given, given, missing: [] },
    items: members.map(({ item }) => item),
    attachedReports: [],
  };
}

async function makeOne(
  pool: ReturnType<typeof openDecoderPool>,
  { file, exam }: OfflineSource,
  folder: string,
  number: number,
): Promise<Made> {
  const index = indexOf(readFileSync(file));
  if (!index.ok) throw new Error(`${file} is not read`);
  const outFolder = path.join(folder, 'made', String(number));
  mkdirSync(outFolder);
  const derived = await pool.derive({ file, outFolder });
  if (!derived.ok) throw new Error(`${file}: ${derived.refusal.code}`);
  const found = (kind: DerivedFileKind) => derived.value.files.find((one) => one.kind === kind);
  /** Into its place in the package; null when the decoder made no such file. */
  const placed = (kind: DerivedFileKind, name: string) => {
    const from = found(kind);
    if (from) renameSync(from.path, path.join(folder, name));
    return from ? name : null;
  };
  const { kind, seriesDescription, seriesNumber, pixels, regions, studyDate, patientName } = index.value;
  const shown = found('picture') ?? found('clip');
  const json = found('report-json');
  const report = json ? (JSON.parse(readFileSync(json.path, 'utf8')) as StructuredReport) : null;
  const pdf = `REPORTS/${exam} measurements ${number}.pdf`;
  if (report) writeFileSync(path.join(folder, pdf), await writeReportPdf({ ...written, report, examLabel: exam }));
  const dicom = `DICOM/IM${String(number).padStart(6, '0')}`;
  copyFileSync(file, path.join(folder, dicom));
  const { given, family } = personName(patientName ?? '').alphabetic ?? {};
  return {
    exam,
    patientName: [given, family].filter(Boolean).join(' '),
    studyDate: studyDate ? studyDate.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') : null,
    item: {
      kind,
      label: `Number ${number}`,
      seriesLabel: seriesDescription ?? null,
      seriesNumber: seriesNumber ?? null,
      width: shown?.width ?? null,
      height: shown?.height ?? null,
      frames: found('clip')?.frames ?? null,
      durationMs: found('clip')?.durationMs ?? null,
      timesAssumed: pixels?.frameTimeSource === 'assumed',
      cutOff: false,
      calibration:
        regions.length > 0 && pixels?.columns && pixels.rows
          ? { columns: pixels.columns, rows: pixels.rows, regions }
          : null,
      picture: placed('picture', `PICTURES/${exam} ${number}.jpg`),
      poster: placed('poster', `IHE_PDI/P${number}.JPG`),
      clip: placed('clip', `PICTURES/${exam} ${number}.mp4`),
      report: report ? pdf : placed('report-pdf', `REPORTS/${exam} report ${number}.pdf`),
      dicom,
      structuredReport: report,
    },
  };
}
