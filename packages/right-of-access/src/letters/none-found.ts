import type { LetterBlock, LetterBody } from '../letter-block.ts';
import type { NoneFoundFacts } from '../letter-facts.ts';
import { askedExams, complaints, help, youngPatient } from './passages.ts';
import { joinAnd } from './wording.ts';

/** L-NONE: where we looked, under which names and dates, and what would help us to look again. Not a denial. */
export function noneFound(facts: NoneFoundFacts): LetterBody {
  const { facility, reference } = facts;
  const survives: LetterBlock[] = facts.survives
    ? [{ kind: 'paragraph', text: `We did find this, and you get it: ${facts.survives}.` }]
    : [];
  const doctor = facts.referringDoctor
    ? `Your doctor, ${facts.referringDoctor},`
    : 'The doctor who sent you to the exam';
  return {
    title: 'We found no pictures of this exam',
    blocks: [
      {
        kind: 'paragraph',
        duties: ['what-next'],
        text: 'We looked everywhere that we keep pictures and found none of the exam that you asked for. If you can tell us more, we will look again.',
      },
      { kind: 'heading', text: 'What you asked for' },
      askedExams(facts.exams),
      ...youngPatient(facts),
      { kind: 'heading', text: 'Where we looked' },
      { kind: 'list', duties: ['sources-searched'], items: facts.sources },
      {
        kind: 'paragraph',
        duties: ['names-and-dates-used'],
        text: `We looked under ${facts.namesTried.length === 1 ? 'the name' : 'the names'} ${joinAnd(facts.namesTried)}. Dates: ${facts.datesTried}.`,
      },
      ...survives,
      { kind: 'heading', text: 'What you can do' },
      {
        kind: 'list',
        duties: ['give-more-clues', 'who-else-may-hold'],
        items: [
          `Tell us another name, another date or another place for the exam. Call ${facility.phone} and say your reference, ${reference}.`,
          `${doctor} may have a copy, or may know where the exam was done.`,
        ],
      },
      ...complaints(facility),
      ...help(facility),
    ],
  };
}
