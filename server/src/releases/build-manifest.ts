import type {
  DerivedKind,
  InstanceKind,
  Manifest,
  ManifestDerived,
  ManifestInstance,
  StoredFile,
} from '../store/records.ts';
import type { Language } from './exam-words.ts';
import { itemLabels } from './item-labels.ts';
import { dicomFileId, nameStem, numberNames, webContentName } from './package-names.ts';

type ManifestExam = Manifest['exams'][number];

/** An object that is given, with what was made of it. */
export type GivenObject = Omit<ManifestInstance, 'label' | 'fileId' | 'derived'> & {
  derived: (Omit<ManifestDerived, 'name' | 'kind'> & { kind: DerivedKind })[];
};

export type GivenExam = Omit<ManifestExam, 'instances' | 'attachedReports'> & {
  objects: GivenObject[];
  attachedReports: StoredFile[];
};

/**
 * The list of exactly what is given, in an order that depends on nothing but the objects: series, number, UID. Files
 * get their names here, once; every delivery reads them from the manifest.
 */
export function buildManifest(
  reference: string,
  language: Language,
  exams: readonly GivenExam[],
  missingReason: string | null,
): Manifest {
  const ordered = exams.map((exam) => ({ ...exam, objects: [...exam.objects].sort(bySeriesAndNumber) }));
  const fileIds = numberFiles(ordered);
  const nameFile = nameFiles(ordered);
  return {
    version: 1,
    reference,
    missingReason,
    exams: ordered.map(({ objects, attachedReports, ...exam }) => {
      const label = itemLabels(language);
      const stem = nameStem(exam.studyDate, exam.label);
      return {
        ...exam,
        instances: objects.map((object) => ({
          ...object,
          label: label(object.kind),
          fileId: fileIds(object),
          derived: object.derived.map((file) => ({ ...file, name: nameFile(stem, object, file.kind) })),
        })),
        attachedReports: attachedReports.map((file) => ({ ...file, name: nameFile.attached(stem, file) })),
      };
    }),
  };
}

export function bySeriesAndNumber(a: GivenObject, b: GivenObject): number {
  return (
    last(a.seriesNumber) - last(b.seriesNumber) ||
    textOrder(a.seriesInstanceUid, b.seriesInstanceUid) ||
    last(a.instanceNumber) - last(b.instanceNumber) ||
    textOrder(a.sopInstanceUid, b.sopInstanceUid)
  );
}

/** Without a number: behind those that have one. */
function last(number: number | null): number {
  return number ?? Number.MAX_SAFE_INTEGER;
}

function textOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** File IDs by study, series and object; what is asked for twice lies in the package once. */
function numberFiles(exams: readonly GivenExam[]): (object: GivenObject) => string {
  const studies = new Map<string, Map<string, Map<string, number>>>();
  for (const { objects } of exams) {
    for (const { studyInstanceUid, seriesInstanceUid, sopInstanceUid } of objects) {
      const series = entry(studies, studyInstanceUid, () => new Map<string, Map<string, number>>());
      const instances = entry(series, seriesInstanceUid, () => new Map<string, number>());
      entry(instances, sopInstanceUid, () => instances.size + 1);
    }
  }
  return ({ studyInstanceUid, seriesInstanceUid, sopInstanceUid }) => {
    const series = studies.get(studyInstanceUid);
    const instances = series?.get(seriesInstanceUid);
    const number = instances?.get(sopInstanceUid);
    if (!series || !instances || !number) throw new Error('every object was numbered');
    return dicomFileId(place(studies, studyInstanceUid), place(series, seriesInstanceUid), number);
  };
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

function place<K>(map: ReadonlyMap<K, unknown>, key: K): number {
  return [...map.keys()].indexOf(key) + 1;
}

type NameFile = {
  (stem: string, object: GivenObject, kind: DerivedKind): string | null;
  attached(stem: string, file: StoredFile): string;
};

/** One name a file. An object of a study that is given twice keeps its first name. */
function nameFiles(exams: readonly GivenExam[]): NameFile {
  const next = numberNames(countPictures(exams));
  const nextReport = numberNames(new Map());
  let webContent = 0;
  const given = new Map<string, string | null>();
  const nameOf = (stem: string, object: GivenObject, kind: DerivedKind): string | null => {
    switch (kind) {
      case 'picture':
        return `PICTURES/${next(stem)}.jpg`;
      case 'clip':
        return `PICTURES/${next(stem)}.mp4`;
      case 'poster':
        webContent += 1;
        return webContentName('P', webContent, 'JPG');
      case 'report-pdf':
        return `REPORTS/${nextReport(`${stem} report`)}.pdf`;
      case 'report-json':
        return `REPORTS/${nextReport(`${stem} ${reportWord(object.kind)}`)}.html`;
      case 'thumbnail':
      // For our own pages only: the MP4 beside the originals plays everywhere but in some browsers.
      case 'webm':
        return null;
    }
  };
  const once = (key: string, make: () => string | null) => entry(given, key, make);
  return Object.assign(
    (stem: string, object: GivenObject, kind: DerivedKind) =>
      once(`${object.sopInstanceUid} ${kind}`, () => nameOf(stem, object, kind)),
    { attached: (stem: string) => `REPORTS/${nextReport(`${stem} report`)}.pdf` },
  );
}

function reportWord(kind: InstanceKind): string {
  return kind === 'structured-report' ? 'measurements' : 'report';
}

/** How many numbered names each stem needs, for as many leading zeros as the last one takes. */
function countPictures(exams: readonly GivenExam[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const exam of exams) {
    const stem = nameStem(exam.studyDate, exam.label);
    const pictures = exam.objects.filter((object) =>
      object.derived.some(({ kind }) => kind === 'picture' || kind === 'clip'),
    );
    counts.set(stem, (counts.get(stem) ?? 0) + pictures.length);
  }
  return counts;
}
