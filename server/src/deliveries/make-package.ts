import { createHash } from 'node:crypto';
import { type FiledInstance, type StructuredReport, writeDicomdir } from '@echoback/dicom-media';
import { calendarDateIn, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { writtenLanguage } from '../releases/exam-words.ts';
import type { PackageRecord, StoredFile } from '../store/records.ts';
import { readBuiltViewer } from './built-viewer.ts';
import { dicomdirNotes } from './dicomdir-notes.ts';
import { fileSetId } from './file-set-id.ts';
import { offlineData } from './offline-data.ts';
import type { CopyPart, PackageFacts } from './package-facts.ts';
import { layoutPackage, type PackageParts } from './package-layout.ts';
import { product } from './product.ts';
import type { ReleaseRecord } from './read-release.ts';
import { readmeText } from './readme.ts';
import { reportPdfName } from './release-file.ts';
import { reportPage } from './report-page.ts';
import { writeReportPdf } from './report-pdf.ts';
import { startPage } from './start-page.ts';
import { readReports } from './view-items.ts';

type MakeRefusal = { code: 'storage-full' };

/** Grows with every change of how packages are laid out, so that an old tag never stands for other bytes. */
const layoutEdition = 2;
const headersAtOnce = 500;

/**
 * Makes and keeps the generated parts of a package, or of one disc of several. The same release gives the same parts,
 * however often it runs.
 */
export async function makePackage(
  app: App,
  release: ReleaseRecord,
  part: CopyPart | null = null,
): Promise<Outcome<PackageRecord, MakeRefusal>> {
  const facts = await readFacts(app, release, part);
  const { bytes: dicomdirBytes, notes } = writeDicomdir({
    fileSetId: fileSetId(facts.reference, part),
    instances: await readFiledInstances(app, release),
  });
  const said = dicomdirNotes(notes, facts.language);
  const reports = await readReports(app, release.items);
  const viewer = await readBuiltViewer();
  const keep = new Keeper(app);
  const parts: PackageParts = {
    dicomdir: await keep.bytes(dicomdirBytes),
    readme: await keep.bytes(Buffer.from(readmeText(facts, said), 'ascii')),
    indexPage: await keep.bytes(Buffer.from(startPage(offlineData(facts, reports), viewer), 'utf8')),
    ...(await makeReportFiles(keep, release, facts, reports)),
  };
  if (keep.full) return refuse({ code: 'storage-full' });
  const { zip, files } = layoutPackage(release.manifest, parts);
  const etag = createHash('sha256').update(`${layoutEdition}\n`);
  for (const { name, sha256, sizeBytes, zeroUntil } of files)
    etag.update(`${name}\n${sha256} ${sizeBytes} ${zeroUntil}\n`);
  return ok({ ...parts, notes: said, totalBytes: zip.totalBytes, etag: etag.digest('hex') });
}

/** Keeps made bytes; once the disk is full it remembers that and the caller gives up. */
class Keeper {
  full = false;
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  async bytes(bytes: Uint8Array): Promise<StoredFile> {
    const stored = await this.#app.objects.putBytes(bytes);
    if (stored.ok) return stored.value;
    this.full = true;
    return { sha256: '', crc32: 0, sizeBytes: 0 };
  }
}

/** Each structured report twice: a page that opens beside the pictures, and a PDF to print and to hand on. */
async function makeReportFiles(
  keep: Keeper,
  release: ReleaseRecord,
  facts: PackageFacts,
  reports: ReadonlyMap<string, StructuredReport>,
): Promise<Required<Pick<PackageRecord, 'reportPages' | 'reportPdfs'>>> {
  const pages = new Map<string, StoredFile & { name: string }>();
  const pdfs = new Map<string, StoredFile & { name: string }>();
  const { language, facility, reference, createdOn } = facts;
  for (const exam of release.manifest.exams) {
    const examLabel = [exam.label, exam.studyDate].filter(Boolean).join(', ');
    for (const file of exam.instances.flatMap(({ derived }) => derived)) {
      const report = file.kind === 'report-json' ? reports.get(file.sha256) : undefined;
      if (!report || !file.name || pages.has(file.name)) continue;
      const page = Buffer.from(reportPage(report, language, examLabel), 'utf8');
      pages.set(file.name, { ...(await keep.bytes(page)), name: file.name });
      const facilityName = facility.name;
      const pdf = await writeReportPdf({ report, language, examLabel, facilityName, reference, createdOn });
      const name = reportPdfName(file.name);
      pdfs.set(name, { ...(await keep.bytes(pdf)), name });
    }
  }
  return { reportPages: [...pages.values()], reportPdfs: [...pdfs.values()] };
}

async function readFacts(
  app: App,
  { accessRequestId, approvedAt, manifest, counts }: ReleaseRecord,
  part: CopyPart | null,
): Promise<PackageFacts> {
  const row = await app.db
    .selectFrom('access_request')
    .innerJoin('facility', 'facility.id', 'access_request.facility_id')
    .innerJoin('patient', 'patient.id', 'access_request.patient_id')
    .select(['access_request.language', 'facility.name', 'facility.contact', 'facility.time_zone'])
    .select(['patient.given_name', 'patient.family_name', 'patient.birth_date'])
    .where('access_request.id', '=', accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  return {
    language: writtenLanguage(row.language),
    facility: { ...row.contact, name: row.name },
    product,
    reference: manifest.reference,
    createdOn: calendarDateIn(row.time_zone, approvedAt.getTime()),
    patient: { name: `${row.given_name} ${row.family_name}`, birthDate: row.birth_date },
    manifest,
    part,
    counts: { listed: counts.listed, given: counts.given },
  };
}

/** What the headers said when they were indexed: no file is opened for the directory. */
async function readFiledInstances(app: App, { items }: ReleaseRecord): Promise<FiledInstance[]> {
  const fileIds = new Map(items.map(({ instanceId, fileId }) => [instanceId, fileId]));
  const ids = [...fileIds.keys()];
  const headers = new Map<string, FiledInstance['index']>();
  for (let at = 0; at < ids.length; at += headersAtOnce) {
    const rows = await app.db
      .selectFrom('instance')
      .select(['id', 'header'])
      .where('id', 'in', ids.slice(at, at + headersAtOnce))
      .where('facility_id', '=', app.facilityId)
      .execute();
    for (const { id, header } of rows) headers.set(id, header);
  }
  return ids.flatMap((id) => {
    const index = headers.get(id);
    const fileId = fileIds.get(id);
    return index && fileId ? [{ index, fileId }] : [];
  });
}
