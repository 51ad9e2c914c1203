import { createHash, createHmac } from 'node:crypto';
import type { KeptBox, SharedUids } from '@echoback/dicom-media';
import { type Outcome, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { ShareCopyForm } from '../decoder/share-safe/sharing-work.ts';
import { type Language, writtenLanguage } from '../releases/exam-words.ts';
import type { ManifestInstance } from '../store/records.ts';
import { type MadeCopy, madeCopy } from './made-copies.ts';
import type { ReleaseRecord } from './read-release.ts';

/** What somebody asks to have made of one object of a release. */
export type AskedCopy = {
  ordinal: number;
  as: 'jpeg' | 'png' | 'mp4' | 'dicom';
  frame?: number | undefined;
  box: KeptBox | undefined;
};

export type CopyRefusal = { code: 'not-found' | 'not-playable' | 'needs-box' | 'not-share-safe' };

/** Whose pictures they are, as the facility knows it: what must not be found, and the language of file names. */
export type SharingPerson = { known: { names: string[]; numbers: string[]; days: string[] }; language: Language };

/** Makes the copy, or gives the one that was just made of the same. */
export async function makeCopy(
  app: App,
  release: ReleaseRecord,
  { known }: SharingPerson,
  asked: AskedCopy,
): Promise<Outcome<MadeCopy, CopyRefusal>> {
  const item = release.items[asked.ordinal];
  if (!item) return refuse({ code: 'not-found' });
  const file = pixelFileOf(app, item);
  if (!file) return refuse({ code: 'not-playable' });
  const { box } = asked;
  const form = formOf(app, release, item, asked);
  const key = createHash('sha256')
    .update(JSON.stringify([release.releaseId, item.original.sha256, box, form, known]))
    .digest('hex');
  return madeCopy<CopyRefusal>(app, key, async (outFolder) => {
    const made = await app.decoder.shareCopy({ file, outFolder, box, known, form });
    if (made.ok) return made;
    const { code } = made.refusal;
    return refuse({ code: code === 'needs-box' || code === 'not-share-safe' ? code : 'not-playable' });
  });
}

/** The stored object where it has pictures and is a file that a decoder can read. */
export function pixelFileOf(app: App, { kind, original }: ManifestInstance): string | undefined {
  return kind === 'still' || kind === 'clip' ? app.objects.path(original.sha256) : undefined;
}

function formOf(
  app: App,
  release: ReleaseRecord,
  item: ManifestInstance,
  { as, frame, box }: AskedCopy,
): ShareCopyForm {
  if (as === 'mp4') return { as };
  if (as !== 'dicom') return { as, frame };
  return {
    as,
    uids: newUids(app, release, item, box),
    seriesNumber: 1,
    // From 1, as they lie in the release: it says nothing of how many pictures the exam had before.
    instanceNumber: release.items.indexOf(item) + 1,
  };
}

/**
 * UUID-derived UIDs (PS3.5 B.2) that nobody can lead back to those of the exam. Within one release the same study and
 * series always get the same new one, so that what is shared together stays together; a picture that is masked otherwise
 * is another object.
 */
function newUids(app: App, { releaseId }: ReleaseRecord, item: ManifestInstance, box: KeptBox | undefined): SharedUids {
  const uid = (...of: (string | null)[]) => {
    const sum = createHmac('sha256', app.codeKey).update(JSON.stringify(['share-safe', releaseId, ...of]));
    return `2.25.${BigInt(`0x${sum.digest('hex').slice(0, 32)}`)}`;
  };
  return {
    study: uid('study', item.studyInstanceUid),
    series: uid('series', item.seriesInstanceUid),
    instance: uid('instance', item.original.sha256, JSON.stringify(box ?? null)),
  };
}

/** What the facility's own directory says of the person: the header may spell it otherwise. */
export async function readSharingPerson(app: App, accessRequestId: string): Promise<SharingPerson> {
  const row = await app.db
    .selectFrom('access_request')
    .leftJoin('patient', 'patient.id', 'access_request.patient_id')
    .select(['patient.id', 'patient.given_name', 'patient.family_name', 'patient.birth_date'])
    .select(['access_request.reference', 'access_request.language'])
    .where('access_request.id', '=', accessRequestId)
    .where('access_request.facility_id', '=', app.facilityId)
    .executeTakeFirstOrThrow();
  const { id, given_name, family_name, birth_date, reference, language } = row;
  const mrns = id
    ? await app.db.selectFrom('patient_identifier').select('mrn').where('patient_id', '=', id).orderBy('mrn').execute()
    : [];
  const former = id
    ? await app.db
        .selectFrom('patient_former_name')
        .select(['given_name', 'family_name'])
        .where('patient_id', '=', id)
        .orderBy('family_name')
        .orderBy('given_name')
        .execute()
    : [];
  return {
    known: {
      names: [given_name, family_name, ...former.flatMap((name) => [name.given_name, name.family_name])].filter(
        (name) => name !== null,
      ),
      numbers: [reference, ...mrns.map(({ mrn }) => mrn)],
      days: birth_date ? [birth_date.replaceAll('-', '')] : [],
    },
    language: writtenLanguage(language),
  };
}
