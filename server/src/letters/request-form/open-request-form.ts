import { createHash } from 'node:crypto';
import { type LetterLanguage, type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../../app.ts';
import { packFor, readFacilityFacts } from '../../facility/facility-facts.ts';
import { firstCopyFreeCite } from '../../fees/first-copy.ts';
import type { PublicActor } from '../../identity/actor.ts';
import { statementOf } from '../../requests/statement.ts';
import type { FileAnswer } from '../../store/file-answer.ts';
import { writeRequestForm } from './request-form-pdf.ts';

/** The paper form of this facility, for whoever would rather write than type. */
export async function openRequestForm(
  app: App,
  _actor: PublicActor,
  { language }: { language: LetterLanguage },
): Promise<Outcome<FileAnswer, never>> {
  const lawful = await readFacilityFacts(app.db, app);
  const { name, contact, today } = lawful;
  const pack = packFor(lawful, today);
  const { officeName, address, phone, email } = contact;
  const statement = {
    en: statementOf('en', name, 'the patient named above'),
    es: statementOf('es', name, 'la persona nombrada arriba'),
  };
  const prices = {
    currency: pack.currency,
    flatCapCents: pack.flatCapCents.value,
    firstCopyFree: firstCopyFreeCite(pack) !== null,
  };
  const facility = { name, officeName, address, phone, email, statement, prices };
  const bytes = await writeRequestForm(facility, language, new Date(`${today}T00:00:00Z`));
  return ok({
    mediaType: 'application/pdf',
    sizeBytes: bytes.byteLength,
    etag: `"${createHash('sha256').update(bytes).digest('hex')}"`,
    fileName: language === 'es' ? 'solicitud.pdf' : 'request-form.pdf',
    disposition: 'inline',
    stream: (start, end, write) => write(bytes.subarray(start, end)),
  });
}
