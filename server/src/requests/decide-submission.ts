import { type CalendarDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import { foldName } from '../directory/fold-name.ts';

export type SubmissionToCheck = {
  patient: { birthDate: string };
  requester: { name: string };
  examItems: readonly { onOrAfter?: string | undefined; onOrBefore?: string | undefined }[];
  deliveries: readonly { authorization?: { expiresOn?: string | undefined } | undefined }[];
  signedName: string;
};

export type SubmissionRefusal =
  | { code: 'signature-differs'; fields: { pointer: string; message: string }[] }
  | { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

/** What the form's own rules can not see: the calendar, and that the one who asks is the one who signs. */
export function decideSubmission(input: SubmissionToCheck, today: CalendarDate): Outcome<null, SubmissionRefusal> {
  const fields: { pointer: string; message: string }[] = [];
  if (input.patient.birthDate > today) {
    fields.push({ pointer: '/patient/birthDate', message: 'This day has not come yet.' });
  }
  for (const [index, item] of input.examItems.entries()) {
    if (item.onOrAfter && item.onOrAfter > today) {
      fields.push({ pointer: `/examItems/${index}/onOrAfter`, message: 'This day has not come yet.' });
    }
    if (item.onOrBefore && item.onOrBefore < input.patient.birthDate) {
      fields.push({ pointer: `/examItems/${index}/onOrBefore`, message: 'This is before the day of birth.' });
    }
  }
  for (const [index, { authorization }] of input.deliveries.entries()) {
    if (!authorization?.expiresOn || authorization.expiresOn >= today) continue;
    const message = 'An authorization that has ended lets nothing go. Choose a later day.';
    fields.push({ pointer: `/deliveries/${index}/authorization/expiresOn`, message });
  }
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields });
  if (foldName(input.signedName) !== foldName(input.requester.name)) {
    const message = 'Type your full name as you gave it before.';
    return refuse({ code: 'signature-differs', fields: [{ pointer: '/signedName', message }] });
  }
  return ok(null);
}
