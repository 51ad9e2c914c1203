import { type Outcome, ok, refuse } from './outcome.ts';

/** A study that some source told of, beside what was asked for. */
export type TouchlessCandidate = {
  readonly id: string;
  /** Who it shows, by the directory: two identifiers agree and none differs, something differs, or somebody else. */
  readonly who: 'exact' | 'near' | 'other';
  /** In the days that were asked for; `not-asked` where any day was meant. */
  readonly day: 'inside' | 'outside' | 'not-known' | 'not-asked';
  readonly isUltrasound: boolean;
  /** Do its own words say that it is the kind of exam that was asked for? */
  readonly kind: 'fits' | 'another' | 'unsure';
};

export type TouchlessSearch = {
  readonly candidates: readonly TouchlessCandidate[];
  /** Sources that did not answer: what they hold is not known. */
  readonly silentSources: number;
  /** The day was said in words (“last spring”) that only a person understands. */
  readonly dayInWords: boolean;
  /** A place, a part of the body or a day beside the dates was told in words: they may narrow what the dates alone would find. */
  readonly otherWords: boolean;
};

export const touchlessChoiceReasons = [
  'source-silent',
  'day-in-words',
  'words-to-read',
  'nothing-found',
  'several-found',
  'near-miss-found',
  'kind-unsure',
] as const;

export type TouchlessChoiceReason = (typeof touchlessChoiceReasons)[number];

/**
 * Which study is the exam that was asked for, when nobody looks? Only the single one that is surely of this person, of
 * these days and of this kind; anything beside it that could be meant as well asks for a person.
 */
export function chooseTouchless({
  candidates,
  silentSources,
  dayInWords,
  otherWords,
}: TouchlessSearch): Outcome<
  { readonly id: string },
  { readonly code: 'person-looks'; readonly reasons: readonly TouchlessChoiceReason[] }
> {
  const ofTheDays = candidates.filter(({ isUltrasound, day }) => isUltrasound && day !== 'outside');
  const sure = ofTheDays.filter(({ who, day }) => who === 'exact' && day !== 'not-known');
  const fitting = sure.filter(({ kind }) => kind === 'fits');
  const [only] = fitting;
  const reasons: TouchlessChoiceReason[] = [];
  if (silentSources > 0) reasons.push('source-silent');
  if (dayInWords) reasons.push('day-in-words');
  if (otherWords) reasons.push('words-to-read');
  if (ofTheDays.some(({ who, kind }) => who === 'near' && kind !== 'another')) reasons.push('near-miss-found');
  if (fitting.length > 1) reasons.push('several-found');
  const unsure = ofTheDays.some(
    ({ who, day, kind }) => who === 'exact' && kind !== 'another' && (kind === 'unsure' || day === 'not-known'),
  );
  if (unsure) reasons.push('kind-unsure');
  if (fitting.length === 0 && !unsure) reasons.push('nothing-found');
  return only && reasons.length === 0 ? ok({ id: only.id }) : refuse({ code: 'person-looks', reasons });
}
