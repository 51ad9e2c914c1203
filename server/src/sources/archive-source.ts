import type { InstanceIndex } from '@echoback/dicom-media';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../store/database.ts';
import type { ObjectStore } from '../store/object-store.ts';
import type { ListedInstance } from '../store/records.ts';
import { isoDate, isoTime } from './dicom-json.ts';
import type { FoundStudy, ImageSource, SourceFailure, StudyQuery } from './image-source.ts';
import { foldWords } from './person-names.ts';
import { fitsQuery } from './study-query.ts';

export type ArchiveStores = { db: Db; objects: ObjectStore };

/** The built-in archive: objects that were imported into this Echoback, found by what their headers say. */
export function openArchiveSource({ db, objects }: ArchiveStores, imageSourceId: string): ImageSource {
  return {
    someStudy: async () => {
      const row = await heldBy(db, imageSourceId).select('instance.study_instance_uid').limit(1).executeTakeFirst();
      return ok(row?.study_instance_uid ?? null);
    },
    findStudies: (query) => findStudies(db, imageSourceId, query),
    listInstances: (studyInstanceUid) => listInstances(db, imageSourceId, studyInstanceUid),
    fetchInstance: async (studyInstanceUid, { sopInstanceUid }, write, signal) => {
      const held = await ofStudy(db, imageSourceId, studyInstanceUid)
        .where('instance.sop_instance_uid', '=', sopInstanceUid)
        .select(['instance.sha256', 'instance.size_bytes'])
        .executeTakeFirst();
      if (!held) return refuse({ code: 'instance-gone', detail: 'not in the archive' });
      if (!(await objects.has(held.sha256))) return refuse({ code: 'instance-gone', detail: 'its file is gone' });
      for await (const chunk of objects.openRead(held.sha256)) {
        if (signal.aborted) return refuse(gaveUp);
        await write(chunk as Uint8Array);
      }
      return ok({ sizeBytes: held.size_bytes });
    },
  };
}

const gaveUp: SourceFailure = { code: 'source-timeout', detail: 'given up' };
const MAX_STUDIES = 1000;

function heldBy(db: Db, imageSourceId: string) {
  return db
    .selectFrom('archive_instance')
    .innerJoin('instance', 'instance.id', 'archive_instance.instance_id')
    .where('archive_instance.image_source_id', '=', imageSourceId);
}

function ofStudy(db: Db, imageSourceId: string, studyInstanceUid: string) {
  return heldBy(db, imageSourceId).where('instance.study_instance_uid', '=', studyInstanceUid);
}

async function findStudies(
  db: Db,
  imageSourceId: string,
  query: StudyQuery,
): Promise<Outcome<FoundStudy[], SourceFailure>> {
  const facts = matchingFacts(query);
  if (facts.length === 0) return ok([]);
  const rows = await heldBy(db, imageSourceId)
    .where(sql<boolean>`(${sql.join(facts, sql` or `)})`)
    .select(['instance.study_instance_uid', 'instance.header'])
    .distinctOn('instance.study_instance_uid')
    .orderBy('instance.study_instance_uid')
    .orderBy('instance.stored_at')
    .limit(MAX_STUDIES)
    .execute();
  const studies: FoundStudy[] = [];
  for (const row of rows) {
    const study = await asStudy(db, imageSourceId, row.study_instance_uid, row.header);
    if (fitsQuery(query, study)) studies.push(study);
  }
  return ok(studies);
}

/** Letters with accents and what `foldWords` makes of them, place by place; other scripts stay as they are. */
const accented = 'áàâäãåéèêëíìîïóòôöõøúùûüýÿñçşšžśźżłğđ';
const bare = 'aaaaaaeeeeiiiioooooouuuuyyncsszszzlgd';

/** The same facts as in a PACS query; any of them brings a study in. */
function matchingFacts(query: StudyQuery): RawBuilder<unknown>[] {
  const field = (name: string) => sql`lower(instance.header->>${sql.lit(name)})`;
  const facts: RawBuilder<unknown>[] = query.mrns.map((mrn) => sql`${field('patientId')} = lower(${mrn})`);
  if (query.accessionNumber) facts.push(sql`${field('accessionNumber')} = lower(${query.accessionNumber})`);
  const inRange = dateRange(query);
  if (query.birthDate) {
    const digits = query.birthDate.replaceAll('-', '');
    facts.push(sql`(replace(instance.header->>'patientBirthDate', '.', '') = ${digits} and ${inRange})`);
  }
  for (const name of query.names) {
    // Some word of the family name somewhere in the name: order and script are judged afterwards.
    const [word = ''] = foldWords(name.familyName).sort((a, b) => b.length - a.length);
    if (word === '') continue;
    const folded = sql`translate(${field('patientName')}, ${accented}, ${bare})`;
    facts.push(sql`(position(${word} in ${folded}) > 0 and ${inRange})`);
  }
  return facts;
}

function dateRange({ onOrAfter, onOrBefore }: StudyQuery): RawBuilder<unknown> {
  const day = sql`replace(coalesce(instance.header->>'studyDate', ''), '.', '')`;
  const from = (onOrAfter ?? '').replaceAll('-', '');
  const to = (onOrBefore ?? '').replaceAll('-', '') || '99999999';
  return sql`(${day} >= ${from} and ${day} <= ${to})`;
}

async function asStudy(
  db: Db,
  imageSourceId: string,
  studyInstanceUid: string,
  header: InstanceIndex,
): Promise<FoundStudy> {
  const counts = await ofStudy(db, imageSourceId, studyInstanceUid)
    .select(({ fn }) => [
      fn.countAll<number>().as('instances'),
      fn.count<number>('instance.series_instance_uid').distinct().as('series'),
      sql<string[]>`array_remove(array_agg(distinct instance.header->>'modality'), null)`.as('modalities'),
    ])
    .executeTakeFirstOrThrow();
  return {
    studyInstanceUid,
    studyDate: isoDate(header.studyDate ?? null),
    studyTime: isoTime(header.studyTime ?? null),
    description: header.studyDescription ?? null,
    modalities: counts.modalities,
    accessionNumber: header.accessionNumber ?? null,
    patientName: header.patientName ?? null,
    patientId: header.patientId ?? null,
    issuerOfPatientId: header.issuerOfPatientId ?? null,
    patientBirthDate: isoDate(header.patientBirthDate ?? null),
    patientSex: header.patientSex ?? null,
    seriesCount: Number(counts.series),
    instanceCount: Number(counts.instances),
  };
}

async function listInstances(
  db: Db,
  imageSourceId: string,
  studyInstanceUid: string,
): Promise<Outcome<ListedInstance[], SourceFailure>> {
  const rows = await ofStudy(db, imageSourceId, studyInstanceUid)
    .select(['instance.sop_instance_uid', 'instance.series_instance_uid', 'instance.sop_class_uid', 'instance.header'])
    .orderBy('instance.stored_at')
    .execute();
  return ok(
    rows.map((row) => ({
      sopInstanceUid: row.sop_instance_uid,
      seriesInstanceUid: row.series_instance_uid,
      sopClassUid: row.sop_class_uid,
      modality: row.header.modality ?? null,
      seriesNumber: row.header.seriesNumber ?? null,
      instanceNumber: row.header.instanceNumber ?? null,
      numberOfFrames: row.header.pixels?.numberOfFrames ?? null,
    })),
  );
}
