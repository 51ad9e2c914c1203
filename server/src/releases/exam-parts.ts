import { type CalendarDate, type ExamPart, type Pack, partByItself } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { readHeldReports } from '../deliveries/held-reports.ts';
import { openHolds } from '../determinations/open-holds.ts';
import { stateEmbargo } from '../determinations/report-embargo.ts';
import type { Db } from '../store/database.ts';
import { asGiven, partOf, type ReleaseMaterial } from './release-material.ts';

/** What of a request may not leave today. */
export type HeldParts = {
  byHold: ReadonlySet<ExamPart>;
  /** Exams whose report a statute keeps closed: 45 CFR 171 leaves that to the state, OD-16. */
  embargoed: ReadonlySet<string>;
};

export async function readHeldParts(db: Db, app: App, requestId: string, today: CalendarDate): Promise<HeldParts> {
  const holds = (await openHolds(db, requestId, today)).filter(({ code }) => code !== stateEmbargo);
  const parts = holds.flatMap((hold) => hold.holds.map((what): ExamPart => (what === 'images' ? 'pictures' : what)));
  const embargoes = await readHeldReports(db, app, requestId);
  return { byHold: new Set(parts), embargoed: new Set(embargoes.map(({ examItemId }) => examItemId)) };
}

export type FreePart = { examItemId: string; part: ExamPart };

/** Of each open exam the part that may be given by itself today, while the rest of it waits (OD-17). */
export function freeParts(material: ReleaseMaterial, { byHold, embargoed }: HeldParts, pack: Pack): FreePart[] {
  const open = material.items.filter((item) => isOpen(item) && !item.copyDenied);
  return open.flatMap((item) => {
    const here = partsHere(material, item);
    const asked: ExamPart[] = reportAsked(material, item, here) ? ['pictures', 'report'] : ['pictures'];
    const held = [...byHold, ...(embargoed.has(item.id) ? (['report'] as const) : [])];
    const free = partByItself({ asked, here, held, given: item.partsGiven }, pack);
    return free ? [{ examItemId: item.id, part: free.part }] : [];
  });
}

type Item = ReleaseMaterial['items'][number];

const isOut: ReadonlySet<string> = new Set(['draft', 'released', 'delivered', 'closed']);

export function isOpen({ state }: Item): boolean {
  return !isOut.has(state);
}

/** Pictures once their study is fetched; a report that came with it, or that somebody attached. */
function partsHere(material: ReleaseMaterial, item: Item): ExamPart[] {
  const studies = material.studies.filter(({ examItemId }) => examItemId === item.id).map(asGiven);
  const fetched =
    item.state === 'checking' && studies.length > 0 && studies.every(({ retrieval }) => retrieval === 'done');
  const holds = (part: ExamPart) => fetched && studies.some((study) => partOf(study, part).held.length > 0);
  const report = holds('report') || (item.attachedReports.length > 0 && !reportDenied(material, item));
  return [...(holds('pictures') ? (['pictures'] as const) : []), ...(report ? (['report'] as const) : [])];
}

function reportAsked(material: ReleaseMaterial, item: Item, here: readonly ExamPart[]): boolean {
  return here.includes('report') || (item.withReport && !reportDenied(material, item));
}

function reportDenied({ studies }: ReleaseMaterial, { id }: Item): boolean {
  return studies.some(({ examItemId, given }) => examItemId === id && given.reportDenied);
}
