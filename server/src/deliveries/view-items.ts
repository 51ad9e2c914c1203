import type { Calibration, StructuredReport } from '@echoback/dicom-media';
import type { App } from '../app.ts';
import type { DerivedKind, InstanceKind, ManifestDerived } from '../store/records.ts';

/** An object with what was made of it: from a manifest, or before it is written. */
export type ViewedObject = {
  kind: InstanceKind;
  label: string;
  seriesLabel: string | null;
  seriesNumber: number | null;
  calibration?: Calibration;
  timesAssumed?: true;
  cutOff?: true;
  derived: readonly (Omit<ManifestDerived, 'name' | 'kind'> & { kind: DerivedKind })[];
};

/** One thing to look at, as portal, recipient page and desk show it. */
export type ViewItem = {
  ordinal: number;
  kind: InstanceKind;
  label: string;
  seriesLabel: string | null;
  seriesNumber: number | null;
  width: number | null;
  height: number | null;
  frames: number | null;
  durationMs: number | null;
  timesAssumed: boolean;
  cutOff: boolean;
  calibration: Calibration | null;
  shown: 'ready' | 'not-playable';
  fileBytes: number | null;
  structuredReport: StructuredReport | null;
};

/** What a person opens first of an object. */
const mainKinds: readonly DerivedKind[] = ['clip', 'picture', 'report-pdf', 'report-json'];

export function viewItem(object: ViewedObject, ordinal: number, report: StructuredReport | null): ViewItem {
  const main = mainFile(object);
  return {
    ordinal,
    kind: object.kind,
    label: object.label,
    seriesLabel: object.seriesLabel,
    seriesNumber: object.seriesNumber,
    width: main?.width ?? null,
    height: main?.height ?? null,
    frames: main?.frames ?? null,
    durationMs: main?.durationMs ?? null,
    timesAssumed: object.timesAssumed ?? false,
    cutOff: object.cutOff ?? false,
    calibration: object.calibration ?? null,
    shown: main ? 'ready' : 'not-playable',
    fileBytes: main?.sizeBytes ?? null,
    structuredReport: report,
  };
}

function mainFile<D extends ViewedObject['derived'][number]>(object: { derived: readonly D[] }): D | undefined {
  return mainKinds.map((kind) => object.derived.find((file) => file.kind === kind)).find((file) => file !== undefined);
}

/** Reads the structured reports of some objects; by the hash of what was kept, each once. */
export async function readReports(
  app: App,
  objects: readonly Pick<ViewedObject, 'derived'>[],
): Promise<Map<string, StructuredReport>> {
  const reports = new Map<string, StructuredReport>();
  for (const { derived } of objects) {
    const json = derived.find(({ kind }) => kind === 'report-json');
    if (!json || reports.has(json.sha256)) continue;
    const bytes = await app.objects.readBytes(json.sha256);
    reports.set(json.sha256, JSON.parse(bytes.toString('utf8')) as StructuredReport);
  }
  return reports;
}

export function reportOf(
  object: Pick<ViewedObject, 'derived'>,
  reports: ReadonlyMap<string, StructuredReport>,
): StructuredReport | null {
  const json = object.derived.find(({ kind }) => kind === 'report-json');
  return (json && reports.get(json.sha256)) ?? null;
}
