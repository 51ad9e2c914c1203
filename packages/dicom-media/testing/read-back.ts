import { type DataSet, firstCode, firstNumber, items, readPart10, text, texts } from '../src/index.ts';

/** A directory record as a reader sees it; blank where the record has no such key. */
export type ReadRecord = {
  type: string;
  fileId: string;
  sopClassUid: string;
  sopInstanceUid: string;
  transferSyntaxUid: string;
  studyInstanceUid: string;
  seriesInstanceUid: string;
};

/** Where a record lies, and where the next at its level and the first below it do; 0 for none. */
export type Links = { at: number; next: number; below: number };

/** A record with a file, and who and what stands above it. */
export type Leaf = ReadRecord & { patientName: string; patientId: string };

export type OwnReading = { records: (ReadRecord & Links)[]; leaves: Leaf[] };

/** Reads a directory with our reader: its records in their order, and its leaves by its links, as a viewer does. */
export function readOwn(bytes: Uint8Array): OwnReading {
  const read = readPart10(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const { dataSet } = read.value;
  const records = items(dataSet, 0x00041220);
  const placed = new Map(records.map((record) => [linksOf(record).at, record]));
  const leaves: Leaf[] = [];
  const follow = (first: number, above: Omit<Leaf, keyof typeof noReference>): void => {
    for (let at = first; at !== 0; ) {
      const record = placed.get(at);
      if (!record) throw new Error(`no record at ${at}`);
      const own = plainRecord(record);
      const here = withLevel(above, own, record);
      if (own.fileId) leaves.push({ ...own, ...here });
      const { next, below } = linksOf(record);
      follow(below, here);
      at = next;
    }
  };
  follow(firstNumber(dataSet, 0x00041200) ?? 0, noAncestors);
  return { records: records.map((record) => ({ ...plainRecord(record), ...linksOf(record) })), leaves };
}

const noReference = { type: '', fileId: '', sopClassUid: '', sopInstanceUid: '', transferSyntaxUid: '' };
const noAncestors = { patientName: '', patientId: '', studyInstanceUid: '', seriesInstanceUid: '' };

function withLevel(above: typeof noAncestors, own: ReadRecord, record: DataSet): typeof noAncestors {
  const { studyInstanceUid, seriesInstanceUid } = own;
  if (own.type === 'PATIENT')
    return { ...above, patientName: text(record, 0x00100010) ?? '', patientId: text(record, 0x00100020) ?? '' };
  if (own.type === 'STUDY') return { ...above, studyInstanceUid };
  return own.type === 'SERIES' ? { ...above, seriesInstanceUid } : above;
}

function plainRecord(record: DataSet): ReadRecord {
  const code = (tag: number) => firstCode(record, tag) ?? '';
  return {
    type: code(0x00041430),
    fileId: texts(record, 0x00041500).join('/'),
    sopClassUid: code(0x00041510),
    sopInstanceUid: code(0x00041511),
    transferSyntaxUid: code(0x00041512),
    studyInstanceUid: code(0x0020000d),
    seriesInstanceUid: code(0x0020000e),
  };
}

/** The item tag stands 8 bytes before the first element. */
function linksOf(record: DataSet): Links {
  const starts = [...record.elements.values()].map(({ start }) => start);
  return {
    at: Math.min(...starts) - 8,
    next: firstNumber(record, 0x00041400) ?? 0,
    below: firstNumber(record, 0x00041420) ?? 0,
  };
}

/** What `dcmdump -q +L -Un` prints of several directories, in their order. */
export function readDcmdump(printed: string): (ReadRecord & Links)[][] {
  return printed.split('# Dicom-File-Format').slice(1).map(readDumped);
}

function readDumped(printed: string): (ReadRecord & Links)[] {
  const records: (ReadRecord & Links)[] = [];
  for (const line of printed.split('\n')) {
    const [, at] = /^ {2}#\s+offset=\$(\d+)/.exec(line) ?? [];
    if (at)
      records.push({ ...noReference, studyInstanceUid: '', seriesInstanceUid: '', at: Number(at), next: 0, below: 0 });
    const [, tag = '', text = '', link] = /^ {4}\((\w{4},\w{4})\) \w\w (?:\[([^\]]*)\]|(\d+))/.exec(line) ?? [];
    const record = records.at(-1);
    const name = DUMPED.get(tag);
    if (!record || !name) continue;
    if (name === 'next' || name === 'below') record[name] = Number(link);
    else record[name] = name === 'fileId' ? text.replaceAll('\\', '/') : text;
  }
  return records;
}

const DUMPED = new Map<string, Exclude<keyof (ReadRecord & Links), 'at'>>([
  ['0004,1400', 'next'],
  ['0004,1420', 'below'],
  ['0004,1430', 'type'],
  ['0004,1500', 'fileId'],
  ['0004,1510', 'sopClassUid'],
  ['0004,1511', 'sopInstanceUid'],
  ['0004,1512', 'transferSyntaxUid'],
  ['0020,000d', 'studyInstanceUid'],
  ['0020,000e', 'seriesInstanceUid'],
]);
