import type { LetterWay } from '../../letter-subject.ts';
import { type LetterLanguage, sayIn } from '../bilingual.ts';
import type { LetterKind } from '../letter-kind.ts';
import { visiting } from '../visit-passages.ts';
import { joinAnd } from '../wording.ts';
import { contents } from './contents.ts';
import type { CompletionFacts, GivenExam } from './facts.ts';
import { reportsLater, stillToCome } from './later.ts';
import { missing } from './missing.ts';
import { opening } from './opening.ts';
import { words } from './words.ts';

/** L-DONE: what is in the copy, counted; what is missing and why; how to open it; who else has it; where to complain. */
export const completion: LetterKind<CompletionFacts> = {
  when: 'when the copy is given',
  words,
  hasOfficeWords: (facts) => facts.officeOnMissing !== undefined,
  complaints: () => true,
  otherTitle: ({ exams }) => (exams.every(isReportAlone) ? 'title-report' : undefined),
  write: (facts, language) => {
    const say = sayIn(words, language);
    const { phone, email } = facts.facility;
    return [
      { kind: 'paragraph', duties: ['what-next'], text: say(firstSentence(facts)) },
      ...visiting(facts, language),
      ...stillToCome(facts, language),
      ...reportsLater(facts, language),
      ...contents(facts, language),
      ...missing(facts, language),
      ...opening(facts, language),
      { kind: 'heading', text: say('others-heading') },
      { kind: 'paragraph', duties: ['who-else-received'], text: whoElse(facts.ways, language) },
      { kind: 'heading', text: say('keepsake-heading') },
      { kind: 'paragraph', duties: ['keepsake-or-record'], text: say('keepsake') },
      { kind: 'heading', text: say('wrong-heading') },
      {
        kind: 'paragraph',
        duties: ['ask-for-more'],
        text: say('wrong', { phone, email, reference: facts.reference }),
      },
    ];
  },
};

function isReportAlone({ given, report }: GivenExam): boolean {
  return report === 'given' && given.stills + given.clips + given.other === 0;
}

/** What is still to come goes before what is missing, and both before an invitation to look. */
function firstSentence({ stillToCome, reportsLater, exams, visit, byPost }: CompletionFacts) {
  if (stillToCome || reportsLater) return 'next-part';
  if (exams.some((exam) => exam.missing.length > 0)) return 'next-gaps';
  if (!visit) return 'next';
  return byPost ? 'next-visit-post' : 'next-visit';
}

function whoElse(ways: readonly LetterWay[], language: LetterLanguage): string {
  const say = sayIn(words, language);
  const others = [...new Set(ways.flatMap((way) => way.to ?? []))];
  return others.length === 0 ? say('nobody') : say('others', { names: joinAnd(others, language) });
}
