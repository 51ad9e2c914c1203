import http from 'node:http';
import https from 'node:https';
import { MAX_INSTANCE_BYTES } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { ListedInstance } from '../store/records.ts';
import { type DicomJsonRow, integerOf, isoDate, isoTime, nameOf, parseRows, textOf, textsOf } from './dicom-json.ts';
import { askWithRetries, type DicomwebConnection } from './dicomweb-connection.ts';
import type { FoundStudy, ImageSource, SourceFailure, StudyQuery } from './image-source.ts';
import { receivePart10 } from './receive-part10.ts';
import { fitsQuery, qidoQueries } from './study-query.ts';

export type DicomwebSettings = { baseUrl: string; timeoutMs: number; maxConcurrent: number };

/** A PACS over DICOMweb (PS3.18): QIDO-RS to search and list, WADO-RS to fetch the bytes as they are stored. */
export function openDicomwebSource(settings: DicomwebSettings): ImageSource & { close: () => void } {
  const baseUrl = settings.baseUrl.replace(/\/+$/, '');
  const Agent = baseUrl.startsWith('https:') ? https.Agent : http.Agent;
  const agent = new Agent({ keepAlive: true, maxSockets: settings.maxConcurrent });
  const connection: DicomwebConnection = { baseUrl, timeoutMs: settings.timeoutMs, agent };
  return {
    someStudy: async (signal) => {
      const page = await readRows(connection, '/studies?limit=1', signal);
      if (!page.ok) return refuse(wrongAddress(page.refusal));
      return ok(page.value[0] ? (uidOf(page.value[0], '0020000D') ?? null) : null);
    },
    findStudies: (query, signal) => findStudies(connection, query, signal),
    listInstances: (studyInstanceUid, signal) => listInstances(connection, studyInstanceUid, signal),
    fetchInstance: async (studyInstanceUid, listed, write, signal) => {
      const path = `/studies/${uid(studyInstanceUid)}/series/${uid(listed.seriesInstanceUid)}/instances/${uid(listed.sopInstanceUid)}`;
      const answer = await askWithRetries(connection, path, AS_STORED, signal);
      if (!answer.ok) return answer;
      return receivePart10(answer.value, write, MAX_INSTANCE_BYTES);
    },
    close: () => agent.destroy(),
  };
}

/** Without `transfer-syntax=*` peers transcode, and some answer 500 for what they can not decode. */
const AS_STORED = 'multipart/related; type="application/dicom"; transfer-syntax=*';
const AS_JSON = 'application/dicom+json';

const PAGE_ROWS = 1000;
const MAX_STUDIES_A_QUERY = 500;
const MAX_LISTED_INSTANCES = 100_000;
const MAX_JSON_BYTES = 32 * 1024 * 1024;

const STUDY_FIELDS = [
  ...['00080020', '00080030', '00080050', '00080061', '00081030', '00100010', '00100020', '00100021'],
  ...['00100030', '00100040', '00201206', '00201208'],
];
const INSTANCE_FIELDS = ['00080016', '00080060', '00200011', '00200013', '00280008'];

async function findStudies(
  connection: DicomwebConnection,
  query: StudyQuery,
  signal: AbortSignal,
): Promise<Outcome<FoundStudy[], SourceFailure>> {
  const searches = qidoQueries(query).map((matching) =>
    readPages(connection, '/studies', { ...matching, includefield: STUDY_FIELDS }, MAX_STUDIES_A_QUERY, signal),
  );
  const found = new Map<string, FoundStudy>();
  for (const answer of await Promise.all(searches)) {
    if (!answer.ok) return refuse(wrongAddress(answer.refusal));
    for (const row of answer.value) {
      const study = asStudy(row);
      if (study && fitsQuery(query, study)) found.set(study.studyInstanceUid, study);
    }
  }
  return ok([...found.values()]);
}

/** A search that is "not found" has met something that does not speak QIDO-RS. */
function wrongAddress(failure: SourceFailure): SourceFailure {
  return failure.code === 'instance-gone' ? { ...failure, code: 'source-refused' } : failure;
}

async function listInstances(
  connection: DicomwebConnection,
  studyInstanceUid: string,
  signal: AbortSignal,
): Promise<Outcome<ListedInstance[], SourceFailure>> {
  const path = `/studies/${uid(studyInstanceUid)}/instances`;
  const answer = await readPages(connection, path, { includefield: INSTANCE_FIELDS }, MAX_LISTED_INSTANCES, signal);
  // A study that is not there (any more) has no instances.
  if (!answer.ok) return answer.refusal.code === 'instance-gone' ? ok([]) : answer;
  if (answer.value.length >= MAX_LISTED_INSTANCES) return invalid('endless list');
  const listed = new Map<string, ListedInstance>();
  for (const row of answer.value) {
    const instance = asListedInstance(row);
    if (!instance) return invalid('a row without UIDs');
    if ((textOf(row, '0020000D') ?? studyInstanceUid) !== studyInstanceUid) return invalid('a row of another study');
    listed.set(instance.sopInstanceUid, instance);
  }
  return ok([...listed.values()]);
}

type Parameters = Record<string, string | string[]>;

/** Pages until one brings nothing further: servers cap pages as they like, and some ignore the offset. */
async function readPages(
  connection: DicomwebConnection,
  path: string,
  parameters: Parameters,
  maxRows: number,
  signal: AbortSignal,
): Promise<Outcome<DicomJsonRow[], SourceFailure>> {
  const rows: DicomJsonRow[] = [];
  const seen = new Set<string>();
  while (rows.length < maxRows) {
    const query = queryText({ ...parameters, limit: String(PAGE_ROWS), offset: String(rows.length) });
    const page = await readRows(connection, `${path}?${query}`, signal);
    if (!page.ok) return page;
    const further = page.value.filter((row) => !seen.has(rowKey(row)));
    for (const row of further) seen.add(rowKey(row));
    rows.push(...further);
    if (further.length === 0) break;
  }
  return ok(rows.slice(0, maxRows));
}

async function readRows(
  connection: DicomwebConnection,
  pathAndQuery: string,
  signal: AbortSignal,
): Promise<Outcome<DicomJsonRow[], SourceFailure>> {
  const answer = await askWithRetries(connection, pathAndQuery, AS_JSON, signal);
  if (!answer.ok) return answer;
  const pieces: Uint8Array[] = [];
  const read = await answer.value.read(async (piece) => {
    pieces.push(piece);
    return undefined;
  }, MAX_JSON_BYTES);
  if (!read.ok) return read;
  if (answer.value.status === 204 || read.value === 0) return ok([]);
  if (!/\bjson\b/i.test(answer.value.contentType)) return invalid('not JSON');
  const rows = parseRows(Buffer.concat(pieces).toString('utf8'));
  return rows ? ok(rows) : invalid('not a list of data sets');
}

function queryText(parameters: Parameters): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values].flat().map((value) => `${name}=${encodeURIComponent(value)}`),
  );
  return pairs.join('&');
}

function rowKey(row: DicomJsonRow): string {
  return `${textOf(row, '0020000D')} ${textOf(row, '00080018')}`;
}

function asStudy(row: DicomJsonRow): FoundStudy | undefined {
  const studyInstanceUid = uidOf(row, '0020000D');
  if (!studyInstanceUid) return undefined;
  return {
    studyInstanceUid,
    studyDate: isoDate(textOf(row, '00080020')),
    studyTime: isoTime(textOf(row, '00080030')),
    description: textOf(row, '00081030'),
    modalities: textsOf(row, '00080061'),
    accessionNumber: textOf(row, '00080050'),
    patientName: nameOf(row, '00100010'),
    patientId: textOf(row, '00100020'),
    issuerOfPatientId: textOf(row, '00100021'),
    patientBirthDate: isoDate(textOf(row, '00100030')),
    patientSex: textOf(row, '00100040'),
    seriesCount: integerOf(row, '00201206'),
    instanceCount: integerOf(row, '00201208'),
  };
}

function asListedInstance(row: DicomJsonRow): ListedInstance | undefined {
  const sopInstanceUid = uidOf(row, '00080018');
  const seriesInstanceUid = uidOf(row, '0020000E');
  if (!sopInstanceUid || !seriesInstanceUid) return undefined;
  return {
    sopInstanceUid,
    seriesInstanceUid,
    sopClassUid: uidOf(row, '00080016') ?? '',
    modality: textOf(row, '00080060'),
    seriesNumber: integerOf(row, '00200011'),
    instanceNumber: integerOf(row, '00200013'),
    numberOfFrames: integerOf(row, '00280008'),
  };
}

/** What goes into a path or a row as a UID is one: PS3.5 section 9.1. */
function uidOf(row: DicomJsonRow, tag: string): string | undefined {
  const value = textOf(row, tag);
  return value && /^[0-9.]{1,64}$/.test(value) ? value : undefined;
}

function uid(value: string): string {
  return encodeURIComponent(value);
}

function invalid(detail: string): Outcome<never, SourceFailure> {
  return refuse({ code: 'source-answer-invalid', detail });
}
