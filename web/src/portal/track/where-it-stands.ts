import { type readMyAuthority, stage, type trackRequest } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type Tracked = OutputOf<typeof trackRequest>;
export type Mine = OutputOf<typeof readMyAuthority>;
type Headline = Tracked['headline'];

type Known = Pick<
  Tracked,
  | 'headline'
  | 'stage'
  | 'closed'
  | 'releaseReady'
  | 'identity'
  | 'visit'
  | 'waits'
  | 'feeChange'
  | 'formChoices'
  | 'mailWarnings'
  | 'question'
>;

type ToDo =
  | 'do-type-code'
  | 'do-show-id'
  | 'do-look'
  | 'do-come'
  | 'do-visit'
  | 'do-more-clues'
  | 'do-papers'
  | 'do-directive'
  | 'do-fee'
  | 'do-form'
  | 'do-question'
  | 'nothing-to-do'
  | 'nothing-to-do-yet';

/** Where a request stands, as its page says it from top to bottom. */
export type WhereItStands = {
  headline: Headline;
  next: `now-${Headline}-next` | 'now-received-next-proved';
  toDo: ToDo;
  /** None where it ended without a copy: there is no way to draw. */
  stages: { name: Tracked['stage']; state: 'done' | 'here' | 'ahead' }[];
  typesCode: boolean;
  /** The words of the button that opens the pictures; null while there is nothing to open. */
  opens: 'see-pictures' | 'also-see-pictures' | null;
  /** Can anything still be answered? */
  open: boolean;
  /** Taken back by the person: nothing is due to them any more. */
  isDue: boolean;
};

const withoutCopy: readonly Headline[] = [
  'none-found',
  'none-to-give',
  'not-maintained',
  'denied',
  'withdrawn',
  'not-theirs',
];

/** The one place that puts together what the server knows of the request and of the right to ask. */
export function whereItStands(request: Known, mine: Mine | undefined): WhereItStands {
  const { headline, identity, closed, releaseReady } = request;
  return {
    headline,
    next: headline === 'received' && identity.proved ? 'now-received-next-proved' : `now-${headline}-next`,
    toDo: toDo(request, mine),
    stages: withoutCopy.includes(headline) ? [] : stages(request),
    typesCode: identity.codeSent && !identity.proved,
    opens: releaseReady ? (headline === 'ready' ? 'see-pictures' : 'also-see-pictures') : null,
    open: !closed,
    isDue: headline !== 'withdrawn',
  };
}

/** A part that was given is not all of it: the rest is where it is. */
function stages(request: Known): WhereItStands['stages'] {
  const { closed, releaseReady, headline } = request;
  const isGiven = closed || (releaseReady && headline !== 'part-ready');
  const here = stage.options.indexOf(request.stage);
  return stage.options.map((name, index) => {
    if (index === here) return { name, state: isGiven ? 'done' : 'here' };
    return { name, state: index < here ? 'done' : 'ahead' };
  });
}

function toDo(request: Known, mine: Mine | undefined): ToDo {
  const { headline, identity, visit, waits, closed } = request;
  switch (headline) {
    case 'prove-identity':
      return identity.codeSent ? 'do-type-code' : 'do-show-id';
    case 'ready':
    case 'part-ready':
      if (closed) return 'do-look';
      if (visit?.is === 'chosen') return 'do-come';
      return visit?.is === 'offered' ? 'do-visit' : 'do-look';
    case 'none-found':
    case 'none-to-give':
    case 'not-maintained':
      return 'do-more-clues';
    default:
      // What is still to be shown is asked for later, by the office.
      return asked(request, mine) ?? (waits.length > 0 ? 'nothing-to-do-yet' : 'nothing-to-do');
  }
}

/** What only the person can do now, beside showing who they are; the right to ask goes before all else. */
function asked(request: Known, mine: Mine | undefined): ToDo | undefined {
  if (request.closed) return undefined;
  if (mine && mine.requesterIs !== 'self' && !mine.shown && mine.papers.length === 0) return 'do-papers';
  if (mine && toComplete(mine).length > 0) return 'do-directive';
  if (mine && toChoose(mine).length > 0) return 'do-form';
  if (request.feeChange) return 'do-fee';
  if (request.formChoices.length + request.mailWarnings.length > 0) return 'do-form';
  if (request.question) return 'do-question';
  return request.visit?.is === 'offered' ? 'do-visit' : undefined;
}

const curable = ['signature', 'who receives it', 'where to send it'];

/** Directives that the person can complete in one step: 45 CFR 164.524(c)(3)(ii). */
export function toComplete({ directives }: Mine): Mine['directives'] {
  return directives.filter(({ directiveId, lacks }) => directiveId && lacks.some(({ name }) => curable.includes(name)));
}

/** Prints for somebody else, which their directive does not reach: the person chooses how it goes on (Ciox Health v. Azar). */
export function toChoose({ directives }: Mine): Mine['directives'] {
  return directives.filter(({ directiveId, offers }) => directiveId && offers.includes('electronic-copy-to-recipient'));
}

/** The machine's own steps take seconds; a closed request does not move any more. */
const everyWhileWorkingMs = 2_500;
const everyWhileWaitingMs = 5_000;
const machineWorks: readonly Headline[] = ['found', 'getting', 'preparing'];

export function pollEvery(request: Pick<Tracked, 'closed' | 'headline'> | undefined): number | false {
  if (!request || request.closed) return false;
  return machineWorks.includes(request.headline) ? everyWhileWorkingMs : everyWhileWaitingMs;
}
