import { type CalendarDate, calendarDateIn, latest } from './calendar.ts';
import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

/** What is known of a letter on its way. Instants are milliseconds since 1970 or ISO strings with their offset. */
export type LetterDispatch =
  | { readonly channel: 'e-mail'; readonly acceptedAt?: number | string; readonly bounced: boolean }
  | { readonly channel: 'portal'; readonly visibleAt?: number | string; readonly noticeAt?: number | string }
  | { readonly channel: 'post'; readonly handedToCarrierAt?: number | string };

/** The local day on which a letter counts as sent, or none: a draft, a label or mail that came back was not sent. OD-10. */
export function letterSentOn(
  dispatch: LetterDispatch,
  timeZone: string,
  pack: Pack,
): { readonly on: CalendarDate | undefined; readonly why: Why } {
  const { why } = openAnswer(pack, 'OD-10');
  const days = neededOf(dispatch).map((at) => (at === undefined ? undefined : calendarDateIn(timeZone, at)));
  const on = days.every((day) => day !== undefined) ? latest(days) : undefined;
  const inputs = [
    ...why.inputs,
    { name: 'channel', value: dispatch.channel },
    { name: 'sentOn', value: on ?? 'not sent' },
  ];
  return { on, why: { ...why, inputs } };
}

/** Everything that must have happened: a notice of a letter that is not in the portal yet tells nobody anything. */
function neededOf(dispatch: LetterDispatch): readonly (number | string | undefined)[] {
  switch (dispatch.channel) {
    case 'e-mail':
      return [dispatch.bounced ? undefined : dispatch.acceptedAt];
    case 'portal':
      return [dispatch.visibleAt, dispatch.noticeAt];
    case 'post':
      return [dispatch.handedToCarrierAt];
  }
}
