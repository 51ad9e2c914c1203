import type { FrameTimeSource, UltrasoundRegion } from '@echoback/dicom-media';
import { sql } from 'kysely';
import type { App } from '../app.ts';
import type { HeaderIdentity } from '../imaging/same-patient.ts';
import { isoDate } from '../sources/dicom-json.ts';
import type { Db } from '../store/database.ts';
import type { DerivedKind, InstanceKind, StoredFile } from '../store/records.ts';

/** An object that is held for a match, with what was made of it. */
export type MaterialObject = {
  instanceId: string;
  sopInstanceUid: string;
  seriesInstanceUid: string;
  studyInstanceUid: string;
  sopClassUid: string;
  transferSyntaxUid: string;
  kind: InstanceKind;
  original: StoredFile;
  exported: StoredFile & { zeroPreamble: boolean };
  header: MaterialHeader;
  flags: string[];
  derived: MaterialDerived[];
};

type MaterialDerived = StoredFile & {
  kind: DerivedKind;
  mediaType: string;
  width: number | null;
  height: number | null;
  frames: number | null;
  durationMs: number | null;
};

/** The few facts of a header that a release is decided on; as they are written, null where there is none. */
type MaterialHeader = {
  [Fact in (typeof textFacts)[number]]: string | null;
} & {
  seriesNumber: number | null;
  instanceNumber: number | null;
  numberOfFrames: number | null;
  rows: number | null;
  columns: number | null;
  frameTimeSource: FrameTimeSource | null;
  cutOff: boolean | null;
  /** As an ultrasound machine or whoever made the object later wrote it: `ORIGINAL`, `PRIMARY`, … (PS3.3 C.7.6.1.1.2). */
  imageType: string[] | null;
  report: { verification?: string } | null;
  regions: UltrasoundRegion[] | null;
};

const textFacts = [
  'patientName',
  'patientId',
  'issuerOfPatientId',
  'patientBirthDate',
  'patientSex',
  'studyDate',
  'seriesDescription',
  'institutionName',
] as const;

const pixelFacts = ['numberOfFrames', 'rows', 'columns', 'frameTimeSource', 'cutOff'] as const;

const headFacts = ['seriesNumber', 'instanceNumber', 'regions', 'imageType', 'report'] as const;

/** A header takes kilobytes and thousands are read at once: the database picks what is needed. */
const headerFacts = sql<MaterialHeader>`jsonb_build_object(
  ${sql.join([...textFacts, ...headFacts].map((fact) => sql.raw(`'${fact}', instance.header->'${fact}'`)))},
  ${sql.join(pixelFacts.map((fact) => sql.raw(`'${fact}', instance.header->'pixels'->'${fact}'`)))})`;

export async function readHeld(db: Db, app: App, matchId: string): Promise<MaterialObject[]> {
  const rows = await db
    .selectFrom('retrieved_instance')
    .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
    .select(['instance.id', 'instance.sop_instance_uid', 'instance.series_instance_uid', 'instance.study_instance_uid'])
    .select(['instance.sop_class_uid', 'instance.transfer_syntax_uid', 'instance.kind', 'instance.flags'])
    .select(['instance.sha256', 'instance.crc32', 'instance.size_bytes', 'instance.exported'])
    .select(headerFacts.as('header'))
    .where('retrieved_instance.match_id', '=', matchId)
    .where('retrieved_instance.state', '=', 'held')
    .where('instance.facility_id', '=', app.facilityId)
    .execute();
  const bySource = await readDerived(db, app, matchId);
  return rows.map((row) => ({
    instanceId: row.id,
    sopInstanceUid: row.sop_instance_uid,
    seriesInstanceUid: row.series_instance_uid,
    studyInstanceUid: row.study_instance_uid,
    sopClassUid: row.sop_class_uid,
    transferSyntaxUid: row.transfer_syntax_uid,
    kind: row.kind,
    original: { sha256: row.sha256, crc32: row.crc32, sizeBytes: row.size_bytes },
    exported: row.exported,
    header: row.header,
    flags: row.flags,
    derived: bySource.get(row.sha256) ?? [],
  }));
}

async function readDerived(db: Db, app: App, matchId: string): Promise<Map<string, MaterialDerived[]>> {
  const files = await db
    .selectFrom('derived_file')
    .selectAll()
    .where('facility_id', '=', app.facilityId)
    .where('source_sha256', 'in', (query) =>
      query
        .selectFrom('retrieved_instance')
        .innerJoin('instance', 'instance.id', 'retrieved_instance.instance_id')
        .select('instance.sha256')
        .where('retrieved_instance.match_id', '=', matchId),
    )
    .orderBy('kind')
    .execute();
  const bySource = new Map<string, MaterialDerived[]>();
  for (const { source_sha256, kind, sha256, crc32, size_bytes, media_type, ...facts } of files) {
    const { width, height, frames, duration_ms: durationMs } = facts;
    const made = {
      kind,
      sha256,
      crc32,
      sizeBytes: size_bytes,
      mediaType: media_type,
      width,
      height,
      frames,
      durationMs,
    };
    bySource.set(source_sha256, [...(bySource.get(source_sha256) ?? []), made]);
  }
  return bySource;
}

/** Who the header says the object shows. */
export function identityOf({ header }: Pick<MaterialObject, 'header'>): HeaderIdentity {
  return {
    patientName: header.patientName,
    patientId: header.patientId,
    issuerOfPatientId: header.issuerOfPatientId,
    patientBirthDate: isoDate(header.patientBirthDate),
    patientSex: header.patientSex,
  };
}
