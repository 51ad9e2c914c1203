import { describe, expect, it } from 'vitest';
import { saidUnder } from '../../testing/said-under.ts';
import { type ExplanationLanguage, explainWhy } from '../explain-why.ts';
import type { LawSources, LegalTopic } from '../law-sources.ts';
import { letterContent } from '../letter.ts';
import { letterCodes } from '../letter-kinds.ts';
import { letterSamples } from '../letter-samples.ts';
import type { Pack } from '../policy-pack.ts';
import { packFor, usPack } from '../testing/packs.ts';
import type { Why } from '../why.ts';

const gdpr = packFor('eu-gdpr');
const american = /CFR|HHS|HIPAA|\bOCR\b|U\.S\.C|Ciox|\$|us-federal/;
const languages: readonly ExplanationLanguage[] = ['en', 'es'];

/** Every decision of every kind, with each reason explained, and every letter, in both languages. */
function everythingSaid(pack: Pack): string {
  const decided = saidUnder(pack);
  const whys = whysIn(decided);
  const explained = languages.flatMap((language) => whys.map((why) => explainWhy(why, language)));
  const letters = languages.flatMap((language) =>
    letterCodes.map((code) => letterContent(code, (needed) => letterSamples(needed, pack)[code], language)),
  );
  expect(letters.filter(({ ok }) => !ok)).toEqual([]);
  return JSON.stringify({
    decided,
    explained,
    letters: letters.map((letter) => (letter.ok ? shown(letter.value) : '')),
  });
}

/** What somebody reads: the letter without the names of its parts. */
function shown(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part, (key, value) => (key === 'duties' ? undefined : value)));
}

function whysIn(part: unknown): readonly Why[] {
  if (typeof part !== 'object' || part === null) return [];
  const own = 'rule' in part && 'cite' in part && 'inputs' in part ? [part as Why] : [];
  return [...own, ...Object.values(part).flatMap(whysIn)];
}

describe('under the GDPR', () => {
  it('nothing that is decided, explained or written cites the law of the United States or counts in dollars', () => {
    const said = everythingSaid(gdpr);
    expect(said.match(american)).toBeNull();
    expect(said).toContain('GDPR Art. 12(6), recital 64');
    expect(said).toContain('RGPD Art. 12(6), considerando 64');
  });

  it('a clause of another law that had slipped into the pack would be seen', () => {
    const slipped = { ...gdpr, sources: { ...gdpr.sources, identity: '45 CFR 164.514(h)(1)' } };
    expect(everythingSaid(slipped)).toMatch(american);
  });

  it('no letter says in Spanish what stands for English in a citation', () => {
    const letters = letterCodes.map((code) => letterContent(code, (needed) => letterSamples(needed, gdpr)[code], 'es'));
    const spanish = letters.flatMap((letter) => (letter.ok ? letter.value.blocks : []));
    expect(JSON.stringify(spanish)).not.toMatch(/GDPR|house rule|recital|Member State/);
  });
});

describe('the sources of a law', () => {
  const topics = Object.keys(usPack.sources) as LegalTopic[];
  const marked = Object.fromEntries(topics.map((topic) => [topic, `<${topic}>`])) as LawSources;

  it('are all used, and nothing is cited that they do not say', () => {
    const said = JSON.stringify(saidUnder({ ...usPack, sources: marked }));
    expect(topics.filter((topic) => !said.includes(`<${topic}>`))).toEqual([]);
  });

  it('are as many under every law, and none is blank', () => {
    expect(Object.keys(gdpr.sources).sort()).toEqual([...topics].sort());
    for (const cite of Object.values(gdpr.sources)) expect(cite).toMatch(/GDPR|law of the Member State|house rule/);
    for (const cite of Object.values(usPack.sources)) expect(cite).toMatch(/CFR|HHS|Ciox|house rule/);
  });
});
