import type { LetterBlock } from '../../letter-block.ts';
import type { LetterWay } from '../../letter-subject.ts';
import { type LetterLanguage, sayIn } from '../bilingual.ts';
import type { CompletionFacts } from './facts.ts';
import { words } from './words.ts';

const onMedia: readonly LetterWay['kind'][] = ['cd', 'dvd', 'usb'];

/** Does somebody get the copy as files on something, which nothing can be added to later? */
export function leavesTheHouse(ways: readonly LetterWay[]): boolean {
  return ways.some(({ kind }) => onMedia.includes(kind) || kind === 'email-unencrypted');
}

/** How to open the copy, and until when. */
export function opening(facts: CompletionFacts, language: LetterLanguage): readonly LetterBlock[] {
  const say = sayIn(words, language);
  return [
    { kind: 'heading', text: say('open-heading') },
    { kind: 'list', duties: ['how-to-open'], items: facts.byPost ? byPost(facts, language) : online(facts, language) },
    { kind: 'paragraph', duties: ['until-when'], text: say(facts.byPost ? 'no-end-post' : 'no-end') },
  ];
}

/** The page opens for everybody with e-mail, whatever else they asked for. */
function online({ trackAddress: address, reference, ways }: CompletionFacts, language: LetterLanguage): string[] {
  const say = sayIn(words, language);
  const media = ownWays(ways).some((kind) => onMedia.includes(kind)) ? [say('open-media')] : [];
  return [say('open-online', { address, reference }), say('open-download'), ...media];
}

/** Who can not open the page is told of each way that they have, and never of the page. */
function byPost({ ways, facility, reference }: CompletionFacts, language: LetterLanguage): string[] {
  const say = sayIn(words, language);
  const own = ownWays(ways);
  const how = { phone: facility.phone, reference };
  const items = [
    ...(own.some((kind) => onMedia.includes(kind)) ? [say('open-media')] : []),
    ...(own.includes('prints') ? [say('open-prints', how)] : []),
    ...(own.includes('email-unencrypted') ? [say('open-mail')] : []),
    ...(own.includes('inspect') ? [say('open-visit')] : []),
  ];
  return items.length > 0 ? items : [say('open-call', how)];
}

function ownWays(ways: readonly LetterWay[]): readonly LetterWay['kind'][] {
  return ways.filter(({ to }) => to === undefined).map(({ kind }) => kind);
}
