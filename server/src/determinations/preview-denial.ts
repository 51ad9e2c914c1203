import {
  type Denial,
  type DenialRefusal,
  decideDenial,
  denialGround,
  type Lack,
  type Letter,
  type Outcome,
  ok,
  refuse,
  type Why,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { StaffActor } from '../identity/actor.ts';
import { denialLetter } from './denial-letter.ts';
import { denialWish, type ProposedDenial } from './denial-wish.ts';
import { deciderOf, type Hand, handFor, isHand } from './hand.ts';
import { type CaseItem, type RequestCase, readExamCase } from './request-case.ts';

type Preview = {
  /** Null where it is no ground at all. */
  kind: Denial['kind'] | null;
  letter: Letter | null;
  /** Everything that the letter or the ground still lacks, each with where it is asked for. */
  lacks: { name: string; cite: string }[];
  refused: { reason: string; instead: string | null; letter: string | null; cite: string } | null;
  why: Why[];
  decidedBy: Hand;
  mayDecide: boolean;
};

/** What would be decided and sent, before anybody decides: the letter itself, or everything that is lacking by its name. */
export async function previewDenial(
  app: App,
  actor: StaffActor,
  { examItemId, ...proposed }: ProposedDenial & { examItemId: string },
): Promise<Outcome<Preview, { code: 'not-found' }>> {
  const found = await readExamCase(app.db, app, examItemId);
  return found ? ok(draftDenial(app, actor, found, proposed)) : refuse({ code: 'not-found' });
}

/** As if the right hand had decided: who must decide is told beside it. */
export function draftDenial(
  app: App,
  actor: StaffActor,
  found: RequestCase & { item: CaseItem },
  proposed: ProposedDenial,
): Preview {
  const hand = handFor(found.pack, proposed.ground);
  const mayDecide = isHand(actor, hand);
  const decider = mayDecide ? deciderOf(actor, hand) : { name: titleOf[hand], role: hand };
  const none = { kind: null, letter: null, lacks: [], refused: null, why: [], decidedBy: hand, mayDecide };
  const decision = decideDenial(denialWish(found, proposed, decider), found.pack);
  if (!decision.ok && decision.refusal.code !== 'denial-lacks') {
    return { ...none, refused: refusedBy(decision.refusal) };
  }
  const ground = denialGround(found.pack, proposed.ground);
  if (!ground) return none;
  const lacks: Lack[] = decision.ok || decision.refusal.code !== 'denial-lacks' ? [] : [...decision.refusal.lacks];
  const kind = denialWish(found, proposed, decider).given.length > 0 ? 'in-part' : 'in-whole';
  const letter = denialLetter(app, found, proposed, decision.ok ? decision.value : { kind, ground }, {
    ...decider,
    title: mayDecide ? standingOf(actor, hand, found) : '',
  });
  if (!letter.ok && letter.refusal.code === 'duties-missing') {
    // The ground asked for it already, or the other language of the letter did.
    for (const { id, cite } of letter.refusal.missing) {
      const names = [`letter: ${id}`, saidBefore[id]];
      if (!lacks.some(({ name }) => names.includes(name))) lacks.push({ name: `letter: ${id}`, cite });
    }
  }
  return {
    ...none,
    kind,
    letter: letter.ok ? letter.value : null,
    lacks,
    why: decision.ok ? [decision.value.why] : [],
  };
}

/** Contents of the letter that the decision itself asks for, in its words. */
const saidBefore: Readonly<Record<string, string>> = {
  basis: 'the basis in plain words',
  'what-is-not-given': 'what is withheld',
};

const titleOf: Record<Hand, string> = {
  'licensed-professional': 'a licensed health professional',
  'privacy-officer': 'the privacy officer',
};

/** As the letter says who decided: a profession, or the office that hears complaints. */
export function standingOf(actor: StaffActor, hand: Hand, { facility }: RequestCase): string {
  return hand === 'licensed-professional' ? (actor.licensedAs ?? '') : facility.contact.privacyOfficer.title;
}

function refusedBy(refusal: Exclude<DenialRefusal, { code: 'denial-lacks' }>): NonNullable<Preview['refused']> {
  const { reason, cite } = refusal;
  return refusal.code === 'another-outcome'
    ? { reason, instead: null, letter: refusal.letter, cite }
    : { reason, instead: refusal.instead, letter: null, cite };
}
