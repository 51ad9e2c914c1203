import { createHash } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { accountForView } from '../deliveries/account-for-view.ts';
import { type GivenRelease, releaseOfRecipient, releaseOfRequester } from '../deliveries/given-release.ts';
import { recordDisclosure } from '../deliveries/record-disclosure.ts';
import { endWithPermission } from '../deliveries/still-allowed.ts';
import { streamObjects } from '../deliveries/stream-objects.ts';
import { type ChargedWorkRefused, mayWorkBegin } from '../fees/charged-work.ts';
import type { RequesterActor, StaffActor } from '../identity/actor.ts';
import { readLabelFacts } from '../labels/label-facts.ts';
import { labelDate } from '../labels/label-words.ts';
import { nameWords } from '../releases/package-names.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import type { PrintFacts } from './draw-prints.ts';
import type { PrintChoice } from './print-choice.ts';
import { layoutPrints, type PrintLayout, printPieces } from './print-layout.ts';
import { printPages } from './print-pages.ts';
import { printWords } from './print-words.ts';
import { printedPictures } from './printed-pictures.ts';

type PrintRefusal = { code: 'not-found' | 'still-preparing' | 'nothing-to-print' };

/** My pictures as a PDF to print. */
export async function printRelease(
  app: App,
  actor: RequesterActor,
  choice: PrintChoice,
): Promise<Outcome<FileAnswer, PrintRefusal | { code: 'identity-not-proved' }>> {
  const given = await releaseOfRequester(app, actor);
  if (!given.ok) return given;
  const printed = await printsOf(app, given.value, choice);
  if (!printed.ok) return printed;
  const { release, deliveryId } = given.value;
  const { releaseId, accessRequestId } = release;
  await accountForView(app, actor, 'release.printed', accessRequestId, { releaseId, deliveryId, ...choice });
  await recordDisclosure(app.db, app, { release, deliveryId });
  return ok(endWithPermission(app, actor, printed.value));
}

/** The same for staff who print for somebody; what it discloses is told when it is handed over. */
export async function printForDelivery(
  app: App,
  actor: StaffActor,
  { deliveryId, ...choice }: PrintChoice & { deliveryId: string },
): Promise<Outcome<FileAnswer, PrintRefusal | ChargedWorkRefused>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const work = await mayWorkBegin(app.db, app, given.value.release.accessRequestId);
  if (!work.ok) return work;
  const printed = await printsOf(app, given.value, choice);
  if (!printed.ok) return printed;
  const { releaseId, accessRequestId } = given.value.release;
  await accountForView(app, actor, 'release.printed', accessRequestId, { releaseId, deliveryId, ...choice });
  return ok(endWithPermission(app, actor, printed.value));
}

async function printsOf(
  app: App,
  given: GivenRelease,
  choice: PrintChoice,
): Promise<Outcome<FileAnswer, { code: 'nothing-to-print' }>> {
  const pictures = printedPictures(given.release.manifest);
  if (pictures.length === 0) return refuse({ code: 'nothing-to-print' });
  const { language, facilityName, createdOn, patientName } = await readLabelFacts(app, given);
  const facts: PrintFacts = {
    ...{ language, facilityName, createdOn },
    named: choice.named === 'yes' ? { patientName, day: (date) => labelDate(date, language) } : undefined,
    lifeSize: choice.layout === 'page' && choice.size === 'life',
  };
  const key = createHash('sha256')
    .update(JSON.stringify([given.release.manifestSha256, choice, facts]))
    .digest('hex');
  const layout = await layoutOf(app, key, () => layoutPrints(app.objects, printPages(pictures, choice), facts));
  return ok({
    mediaType: 'application/pdf',
    sizeBytes: layout.totalBytes,
    etag: `"${layout.sha256}"`,
    fileName: `${nameWords(printWords(language).title)}.pdf`,
    disposition: 'inline',
    stream: (start, end, write, signal) => streamObjects(app.objects, printPieces(layout, start, end), write, signal),
  });
}

/** A browser asks for one PDF in several ranges; of 500 pictures one layout is about 1.5 MB. */
const mostRemembered = 4;
const remembered = new WeakMap<App, Map<string, Promise<PrintLayout>>>();

function layoutOf(app: App, key: string, make: () => Promise<PrintLayout>): Promise<PrintLayout> {
  const kept = remembered.get(app) ?? new Map<string, Promise<PrintLayout>>();
  remembered.set(app, kept);
  const layout = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, layout);
  layout.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) if (kept.size > mostRemembered) kept.delete(oldest);
  return layout;
}
