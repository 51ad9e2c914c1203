import { createHash } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { type GivenRelease, releaseOfRecipient } from '../deliveries/given-release.ts';
import { pieceOfDelivery } from '../deliveries/media-set.ts';
import { madeFile } from '../deliveries/stored-file.ts';
import { readMediaSettings } from '../facility/media-settings.ts';
import type { StaffActor } from '../identity/actor.ts';
import { nameWords } from '../releases/package-names.ts';
import { transaction } from '../store/database.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { writeDiscLabel } from './disc-label.ts';
import { readLabelFacts } from './label-facts.ts';
import { labelWords } from './label-words.ts';
import { writeMailingLabel } from './mailing-label.ts';

type PrintRefusal = { code: 'not-found' | 'still-preparing' };

/** The face of a disc, or of one of several. The patient's name is on it as the facility's settings say, unless staff say otherwise. */
export async function printDiscLabel(
  app: App,
  actor: StaffActor,
  { patientName, ...asked }: { deliveryId: string; piece?: number | undefined; patientName?: 'yes' | 'no' | undefined },
): Promise<Outcome<FileAnswer, PrintRefusal>> {
  const given = await pieceOfDelivery(app, asked);
  if (!given.ok) return refuse(given.refusal);
  const { manifest } = given.value.release;
  const { part } = given.value;
  const facts = await readLabelFacts(app, given.value);
  const { nameOnDisc } = await readMediaSettings(app.db, app);
  const named = patientName === undefined ? nameOnDisc : patientName === 'yes';
  const bytes = await writeDiscLabel({
    language: facts.language,
    facilityName: facts.facilityName,
    reference: manifest.reference,
    createdOn: facts.createdOn,
    exams: manifest.exams.map(({ label, studyDate }) => ({ label, studyDate })),
    patientName: named ? facts.patientName : undefined,
    part,
  });
  await accountForLabel(app, actor, given.value, { label: 'disc', named, piece: part?.number ?? null });
  const number = part ? ` ${part.number}` : '';
  return ok(labelFile(bytes, `${labelWords(facts.language).discTitle} ${manifest.reference}${number}`));
}

/** The address of a parcel; refused where nothing is mailed, because then nobody gave one. */
export async function printMailingLabel(
  app: App,
  actor: StaffActor,
  { deliveryId }: { deliveryId: string },
): Promise<Outcome<FileAnswer, PrintRefusal>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const { reference } = given.value.release.manifest;
  const { language, facilityName, contact, createdOn, patientName, recipient } = await readLabelFacts(app, given.value);
  if (!recipient.address?.length) return refuse({ code: 'not-found' });
  const bytes = await writeMailingLabel({
    language,
    facilityName,
    senderAddress: contact.address,
    reference,
    createdOn,
    recipientName: recipient.name ?? patientName,
    recipientAddress: recipient.address,
  });
  await accountForLabel(app, actor, given.value, { label: 'mailing', named: true, piece: null });
  return ok(labelFile(bytes, `${labelWords(language).mailTitle} ${reference}`));
}

type PrintedLabel = { label: 'disc' | 'mailing'; named: boolean; piece: number | null };

/** A label is about a person and leaves the room: every print is told before it leaves. */
function accountForLabel(app: App, actor: StaffActor, { release, deliveryId }: GivenRelease, printed: PrintedLabel) {
  const { releaseId, accessRequestId } = release;
  return transaction(app.db, (tx) =>
    appendAudit(tx, app, {
      type: 'label.printed',
      outcome: 'success',
      actor,
      accessRequestId,
      objects: { releaseId, deliveryId, ...printed },
    }),
  );
}

function labelFile(bytes: Uint8Array, name: string): FileAnswer {
  return madeFile(bytes, {
    mediaType: 'application/pdf',
    fileName: `${nameWords(name)}.pdf`,
    disposition: 'inline',
    etag: createHash('sha256').update(bytes).digest('hex'),
  });
}
