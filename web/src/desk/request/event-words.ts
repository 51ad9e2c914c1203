import { deskHistoryEn } from '../../locales/desk-history.en.ts';
import { deskHistoryText } from '../../locales/desk-history.ts';
import { useText } from '../../locales/use-text.tsx';
import { failureWords, useFailureText } from '../failure-words.ts';
import type { RequestFile } from '../request-file.ts';

type Event = RequestFile['history'][number];
type Key = keyof typeof deskHistoryEn;

function isKey(key: string): key is Key {
  return Object.hasOwn(deskHistoryEn, key);
}

/** An audit event in words. An event that this version has no words for keeps its own name: nothing is left out. */
export function useEventWords() {
  const t = useText(deskHistoryText);
  const failures = useFailureText();
  /** A sentence that may name facts; a fact that the event lacks is left as a dash. */
  const say = (key: Key, facts: Record<string, string>) =>
    (t as (key: Key, facts: Record<string, string>) => string)(key, facts).replaceAll(/\{[\w-]+\}/g, '–');

  return {
    what: (event: Event): string => {
      const withOutcome = `${event.type}/${event.outcome}`;
      if (isKey(withOutcome)) return say(withOutcome, event.facts);
      const withAnswer = `${event.type}=${event.facts.outcome}`;
      if (isKey(withAnswer)) return say(withAnswer, event.facts);
      return isKey(event.type) ? say(event.type, event.facts) : event.type;
    },
    more: (event: Event): string => {
      const { reason, trigger, from, to } = event.facts;
      if (event.type === 'exam-item.moved' && from && to) return stateWords(t, from, to);
      if (trigger) return '';
      return reason ? failureWords(failures, reason) : '';
    },
    who: (event: Event): string => {
      const key = `actor-${event.actor}`;
      return isKey(key) ? t(key as 'actor-program') : event.actor;
    },
  };
}

function stateWords(t: (key: never) => string, from: string, to: string): string {
  const word = (state: string) => (isKey(`state-${state}`) ? t(`state-${state}` as never) : state);
  return `${word(from)} → ${word(to)}`;
}
