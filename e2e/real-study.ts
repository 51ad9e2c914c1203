import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { samplesFolder } from '../scripts/samples.ts';
import { runTool } from './peers-here.ts';

/** The person of the main job. Invented; these words must appear in no mail, address or log. */
export const patient = {
  familyName: 'Okonkwo',
  givenName: 'Adaeze',
  birthDate: '1988-03-14',
  mrn: 'E2E-004471',
  issuer: 'RIV',
  /** In the facility's directory for years. */
  heldEmail: 'held-contact@patients.example',
  /** Typed into the portal; proves a mailbox and nothing else. */
  typedEmail: 'typed-there@mail.example',
} as const;

export const study = {
  uid: '2.25.88031400447120161017',
  date: '2026-10-28',
  description: 'US PELVIS AND PREGNANCY',
  accessionNumber: 'E2E-ACC-7781',
} as const;

/** Real objects of several makers, one of each kind that an ultrasound study holds. */
const members = [
  { name: 'jpeg-still', sample: 'us/vivid7-mmode-jpeg.dcm', series: 1 },
  { name: 'palette-still', sample: 'us/ob-palette.dcm', series: 1 },
  { name: 'rle-still', sample: 'us/acuson-ybr-full-rle.dcm', series: 1 },
  { name: 'jpeg-clip', sample: 'us/sonosite-cine-jpeg.dcm', series: 1 },
  { name: 'structured-report', sample: 'media/us-synthetic/DICOM/ST000001/SE000003/IM000001', series: 2 },
  { name: 'pdf-report', sample: 'media/us-synthetic/DICOM/ST000001/SE000004/IM000001', series: 3 },
] as const;

export type MemberName = (typeof members)[number]['name'];
export type StudyFile = { name: MemberName; file: string; sopInstanceUid: string };

/**
 * Real ultrasound files, brought together as one exam of one invented patient: only header values that say whose and
 * which exam it is are replaced (by DCMTK's dcmodify); pixels, reports and everything else stay as the machines wrote them.
 */
export async function makeRealStudy(folder: string): Promise<StudyFile[]> {
  mkdirSync(folder, { recursive: true });
  const made: StudyFile[] = [];
  for (const [index, { name, sample, series }] of members.entries()) {
    const file = path.join(folder, `${name}.dcm`);
    const sopInstanceUid = `${study.uid}.${index + 1}`;
    copyFileSync(path.join(samplesFolder, sample), file);
    const values = headerOf({ sopInstanceUid, series, number: index + 1 });
    const edits = Object.entries(values).flatMap(([tag, value]) => ['-i', `(${tag})=${value}`]);
    await runTool('dcmodify', ['-nb', ...edits, file]);
    made.push({ name, file, sopInstanceUid });
  }
  return made;
}

function headerOf({ sopInstanceUid, series, number }: { sopInstanceUid: string; series: number; number: number }) {
  return {
    '0008,0018': sopInstanceUid,
    '0008,0020': study.date.replaceAll('-', ''),
    '0008,0050': study.accessionNumber,
    '0008,1030': study.description,
    '0010,0010': `${patient.familyName}^${patient.givenName}`,
    '0010,0020': patient.mrn,
    '0010,0021': patient.issuer,
    '0010,0030': patient.birthDate.replaceAll('-', ''),
    '0010,0040': 'F',
    '0020,000d': study.uid,
    '0020,000e': `${study.uid}.9${series}`,
    '0020,0010': '1',
    '0020,0011': String(series),
    '0020,0013': String(number),
  };
}
