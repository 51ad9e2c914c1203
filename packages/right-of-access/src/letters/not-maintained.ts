import type { LetterBody } from '../letter-block.ts';
import type { NotMaintainedFacts } from '../letter-facts.ts';
import { askedExams, complaints, help, youngPatient } from './passages.ts';

/** L-NOT: we do not keep these pictures, and who does, where we know it. 45 CFR 164.524(d)(3). */
export function notMaintained(facts: NotMaintainedFacts): LetterBody {
  const { facility, keeper } = facts;
  const where = keeper
    ? `Please ask ${keeper.name}, ${keeper.address}, phone ${keeper.phone}. They keep the pictures of this exam.`
    : 'We do not know who keeps them. The doctor who sent you to the exam may know where it was done.';
  return {
    title: 'We do not keep these pictures',
    blocks: [
      {
        kind: 'paragraph',
        duties: ['not-maintained'],
        text: `${facility.name} does not keep the pictures of the exam that you asked for. We also looked for copies that others sent us.`,
      },
      { kind: 'heading', text: 'What you asked for' },
      askedExams(facts.exams),
      ...youngPatient(facts),
      { kind: 'heading', text: 'Where to ask' },
      { kind: 'paragraph', duties: ['where-to-ask', 'what-next'], text: where },
      { kind: 'heading', text: 'What we do keep' },
      {
        kind: 'paragraph',
        duties: ['what-we-hold'],
        text: facts.heldHere
          ? `We keep this, and you get it: ${facts.heldHere}.`
          : 'We keep nothing else that you asked for.',
      },
      ...complaints(facility),
      ...help(facility),
    ],
  };
}
