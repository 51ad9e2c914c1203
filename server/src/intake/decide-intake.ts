import { type CalendarDate, calendarDate, type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { dayOfReceipt } from '../requests/day-of-receipt.ts';
import type { Channel, Signature } from '../store/intake-tables.ts';
import type { IntakeInput } from './intake-input.ts';

export type FieldNotes = { code: 'invalid-input'; fields: { pointer: string; message: string }[] };

export type DecidedIntake = {
  receivedOn: CalendarDate;
  /** The settings by which this is the day. */
  rules: string[];
  signature: Signature;
  /** The day on the paper; one without a date was signed on the day it came, at the latest. */
  signedOn: CalendarDate | null;
};

const spoken: readonly Channel[] = ['phone'];

/**
 * The day is the one on which it reached the facility, at whatever door (OD-3). Earlier than today it needs the page or a
 * reason. What was said on the telephone counts as said and has nothing to sign (OD-11).
 */
export function decideIntake(input: IntakeInput, facility: FacilityFacts): Outcome<DecidedIntake, FieldNotes> {
  const fields: FieldNotes['fields'] = [];
  const { channel } = input;
  const { on: receivedOn, rules } = dayOfReceipt(facility, [{ channel, on: calendarDate(input.receivedOn) }]);
  const { today } = facility;
  if (receivedOn > today) fields.push({ pointer: '/receivedOn', message: 'This day has not come yet.' });
  if (receivedOn < today && !input.scanId && !input.earlierReason) {
    fields.push({
      pointer: '/earlierReason',
      message: 'Attach the page, or say how you know that it came on this day.',
    });
  }
  const isSpoken = spoken.includes(channel) || input.signature === 'spoken';
  if (isSpoken && !['phone', 'walk-in'].includes(channel)) {
    fields.push({ pointer: '/signature', message: 'What came on paper was written.' });
  }
  if (input.signedOn && input.signedOn > receivedOn) {
    fields.push({ pointer: '/signedOn', message: 'This is after the day it came.' });
  }
  for (const [index, { patient, examItems }] of input.patients.entries()) {
    if (patient.birthDate > receivedOn) {
      fields.push({ pointer: `/patients/${index}/patient/birthDate`, message: 'This day had not come yet.' });
    }
    for (const [place, item] of examItems.entries()) {
      if (item.onOrAfter && item.onOrAfter > today) {
        const pointer = `/patients/${index}/examItems/${place}/onOrAfter`;
        fields.push({ pointer, message: 'This day has not come yet.' });
      }
    }
  }
  if (!input.requester.email && input.deliveries.some(({ kind }) => kind === 'email-unencrypted')) {
    fields.push({ pointer: '/requester/email', message: 'Plain mail needs the address that it goes to.' });
  }
  // It would count as given on a page that the person can never open.
  if (!input.requester.email && input.deliveries.some(({ kind }) => kind === 'online')) {
    fields.push({
      pointer: '/requester/email',
      message: 'Online opens by a code to an e-mail address. Type one, or choose another way.',
    });
  }
  if (fields.length > 0) return refuse({ code: 'invalid-input', fields });
  const signature = isSpoken ? 'spoken' : input.signature;
  const signedOn = signature === 'signed' ? calendarDate(input.signedOn ?? receivedOn) : null;
  return ok({ receivedOn, rules, signature, signedOn });
}
