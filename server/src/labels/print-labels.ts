import { createHash } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { releaseOfRecipient } from '../deliveries/given-release.ts';
import { madeFile } from '../deliveries/stored-file.ts';
import type { StaffActor } from '../identity/actor.ts';
import { nameWords } from '../releases/package-names.ts';
import type { FileAnswer } from '../store/file-answer.ts';
import { writeDiscLabel } from './disc-label.ts';
import { readLabelFacts } from './label-facts.ts';
import { labelWords } from './label-words.ts';
import { writeMailingLabel } from './mailing-label.ts';

type PrintRefusal = { code: 'not-found' | 'still-preparing' };

/** The face of a disc. The patient's name is on it only when it is asked for. */
export async function printDiscLabel(
  app: App,
  _actor: StaffActor,
  { deliveryId, patientName }: { deliveryId: string; patientName?: 'yes' | 'no' | undefined },
): Promise<Outcome<FileAnswer, PrintRefusal>> {
  const given = await releaseOfRecipient(app, { deliveryId });
  if (!given.ok) return refuse(given.refusal);
  const { manifest } = given.value.release;
  const facts = await readLabelFacts(app, given.value);
  const bytes = await writeDiscLabel({
    language: facts.language,
    facilityName: facts.facilityName,
    reference: manifest.reference,
    createdOn: facts.createdOn,
    exams: manifest.exams.map(({ label, studyDate }) => ({ label, studyDate })),
    patientName: patientName === 'yes' ? facts.patientName : undefined,
  });
  return ok(labelFile(bytes, `${labelWords(facts.language).discTitle} ${manifest.reference}`));
}

/** The address of a parcel; refused where nothing is mailed, because then nobody gave one. */
export async function printMailingLabel(
  app: App,
  _actor: StaffActor,
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
  return ok(labelFile(bytes, `${labelWords(language).mailTitle} ${reference}`));
}

function labelFile(bytes: Uint8Array, name: string): FileAnswer {
  return madeFile(bytes, {
    mediaType: 'application/pdf',
    fileName: `${nameWords(name)}.pdf`,
    disposition: 'inline',
    etag: createHash('sha256').update(bytes).digest('hex'),
  });
}
