import type { Checked, Findings } from './directory-checks.ts';

/** What the peers said to one file-set. */
export type PeersRow = {
  name: string;
  /** Reasons why objects have no record. */
  leftOut: string[];
  checked?: Checked;
  readBack?: { records: number; files: number };
  orthanc?: string;
};

const head = `<!-- Written by packages/dicom-media/src/dicomdir/peers.integration.test.ts, which fails when this page is not true. -->

# DICOMDIRs at the peers

Each row is a file-set that was written to disk with our DICOMDIR and given to programs of other makers:

- **dciodvfy, dcentvfy** (dicom3tools): what they find in our directory. Where they find something, DCMTK makes a
  directory of the same files, and each finding is in that one too: it is about the object's own values, which a record
  copies. A finding that only ours had would fail the test. dcentvfy stops by an assertion of its own at one sample, and
  so in the sets that hold it: that counts as one finding.
- **read back**: DCMTK's \`dcmdump\` sees the same records at the same places with the same links; pydicom's \`FileSet\` the same
  files below the same patients (names decoded), studies and series; GDCM the same records, file IDs and UIDs.
  One exception: pydicom 2.3 knows no ANNOTATION records and then reads nothing, of DCMTK's directory either.
- **Orthanc**: imports from the file-set (as one ZIP) every file that it takes when it is sent alone. What it refuses alone is
  its own refusal, in its own words.
- **no record**: files that a DICOMDIR cannot refer to, with our reason. They stay on the medium when they are DICOM.
`;

const titles = ['file-set', 'files', 'records', 'dciodvfy', 'dcentvfy', 'read back', 'no record', 'Orthanc'];

export function peersPage(mixed: readonly PeersRow[], singles: readonly PeersRow[]): string {
  return [head, '## Mixed sets\n', table(mixed), '## Each sample alone\n', table(singles)].join('\n');
}

function table(rows: readonly PeersRow[]): string {
  const lines = [titles, titles.map(() => '---'), ...rows.map(cells)];
  return `${lines.map((line) => `| ${line.join(' | ')} |`).join('\n')}\n`;
}

function cells({ name, checked, readBack, leftOut, orthanc }: PeersRow): string[] {
  return [
    name,
    String(readBack?.files ?? 0),
    String(readBack?.records ?? 0),
    found(checked?.dciodvfy),
    found(checked?.dcentvfy),
    readBack ? 'same in all three' : '–',
    counted(leftOut),
    orthanc ?? '–',
  ];
}

function found(findings: Findings | undefined): string {
  if (!findings) return '–';
  const { ours, oursAlone } = findings;
  if (ours.length === 0) return 'silent';
  return oursAlone.length === 0 ? `${ours.length}, DCMTK's has all` : `${oursAlone.length} that DCMTK's has not`;
}

function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => (reasons.length === 1 ? reason : `${count} ${reason}`)).join(', ');
}
