import { addCounts, noObjects } from '../counts.ts';
import type { LetterBlock, LetterBody } from '../letter-block.ts';
import type { CompletionFacts, GivenExam, LetterWay, MissingNamed, MissingReason } from '../letter-facts.ts';
import { complaints, help, youngPatient } from './passages.ts';
import { countsInWords, joinAnd, kindNames, longDate, plainDate } from './wording.ts';

/** L-DONE: what is in the copy, counted; what is missing and why; how to open it; who else has it; where to complain. */
export function completion(facts: CompletionFacts): LetterBody {
  const gaps = facts.exams.some((exam) => exam.missing.length > 0);
  const next = gaps
    ? 'Your copy is ready. Some parts are missing. They are named below, with the reason.'
    : 'Your copy is ready. It is complete. You do not have to do anything else.';
  return {
    title: 'Your pictures are ready',
    blocks: [
      { kind: 'paragraph', duties: ['what-next'], text: next },
      ...contents(facts),
      ...missing(facts),
      ...youngPatient(facts),
      ...opening(facts),
      { kind: 'heading', text: 'Who else got this copy' },
      { kind: 'paragraph', duties: ['who-else-received'], text: whoElse(facts.ways) },
      { kind: 'heading', text: 'Keepsake prints' },
      {
        kind: 'paragraph',
        duties: ['keepsake-or-record'],
        text: 'Small prints or files that you were handed during the exam are keepsakes. They are not your medical record. The copy that we made for you is: it is what your doctors look at.',
      },
      { kind: 'heading', text: 'If something is missing or wrong' },
      {
        kind: 'paragraph',
        duties: ['ask-for-more'],
        text: `Tell us at ${facts.facility.phone} or ${facts.facility.email}, with your reference ${facts.reference}. You may ask for more at any time.`,
      },
      ...complaints(facts.facility),
      ...help(facts.facility),
    ],
  };
}

function contents({ exams, patient }: CompletionFacts): readonly LetterBlock[] {
  const row = ({ label, performedOn, given }: GivenExam) => [
    performedOn ? `${label}, ${plainDate(performedOn)}` : label,
    ...[given.stills, given.clips, given.reports, given.other].map(String),
  ];
  const notHeld = exams.filter((exam) => exam.report === 'not-held').map((exam) => exam.label);
  const reports: LetterBlock[] = notHeld.map((label) => ({
    kind: 'paragraph',
    text: `${label}: we hold no written report for this exam. Ask the doctor who sent you for it.`,
  }));
  return [
    { kind: 'heading', text: 'What is in your copy' },
    {
      kind: 'table',
      caption: `Exams of ${patient.name}`,
      duties: ['contents'],
      columns: ['Exam', 'Pictures', 'Clips', 'Reports', 'Other'],
      rows: exams.map(row),
    },
    ...reports,
  ];
}

function missing({ exams, facility, officeOnMissing }: CompletionFacts): readonly LetterBlock[] {
  const listed = countsInWords(exams.reduce((sum, exam) => addCounts(sum, exam.listed), noObjects));
  const heading: LetterBlock = { kind: 'heading', text: 'Is anything missing?' };
  const gaps = exams.flatMap((exam) =>
    exam.missing.map((object) => missingInWords(object, exams.length > 1 ? exam.label : '')),
  );
  if (gaps.length === 0) {
    const text = `No. Before we made the copy, our picture archive listed ${listed}. All of it is in your copy.`;
    return [heading, { kind: 'paragraph', duties: ['missing'], text }];
  }
  const reasons = [...new Set(exams.flatMap((exam) => exam.missing.map((object) => object.why)))];
  // Who looked into it knows how it will follow; only where nobody said so the letter says the usual.
  const follows = officeOnMissing
    ? [`${facility.officeName} writes: “${officeOnMissing}”`]
    : reasons.map((why) => howItFollows[why]);
  return [
    heading,
    {
      kind: 'paragraph',
      text: `Yes. Before we made the copy, our picture archive listed ${listed}. These are not in your copy:`,
    },
    { kind: 'list', duties: ['missing'], items: gaps },
    ...follows.map((text): LetterBlock => ({ kind: 'paragraph', text })),
  ];
}

/** “Clip 7 of series 2: our archive listed it but no longer has it.” */
function missingInWords({ kind, instanceNumber, seriesNumber, why }: MissingNamed, exam: string): string {
  const number = instanceNumber === null ? ' without a number' : ` ${instanceNumber}`;
  const series = seriesNumber === null ? '' : ` of series ${seriesNumber}`;
  return `${exam === '' ? '' : `${exam}: `}${kindNames[kind]}${number}${series}. ${whyMissing[why]}`;
}

const whyMissing: Readonly<Record<MissingReason, string>> = {
  'gone-from-source': 'The archive listed it, but no longer had it when we asked.',
  'source-did-not-send': 'The archive listed it, but did not send it.',
  damaged: 'The file that the archive sent is damaged.',
};

const howItFollows: Readonly<Record<MissingReason, string>> = {
  'gone-from-source':
    'We asked the archive again. If what is gone turns up, we will add it to your copy and write to you.',
  'source-did-not-send':
    'We will ask the archive again. When it sends the rest, we will add it to your copy and write to you.',
  damaged: 'We keep the damaged file and will ask for a good one. When we have it, we will add it and write to you.',
};

function opening({ ways, trackAddress, reference, openUntil }: CompletionFacts): readonly LetterBlock[] {
  const media = ways.some(({ kind }) => kind === 'cd' || kind === 'dvd' || kind === 'usb');
  const items = [
    `Online: go to ${trackAddress}, type your reference ${reference}, and sign in with a code. You can see every picture, play every clip, and save them.`,
    'Download: the same page has one file (ZIP) with everything. Unpack it and open INDEX.HTM to see the pictures without the internet. Doctors can use the folder DICOM and the file DICOMDIR.',
  ];
  if (media) items.push('Disc or stick: put it in a computer and open INDEX.HTM. Hand it to a doctor as it is.');
  const until = openUntil
    ? `The online copy opens until ${longDate(openUntil)}. After that you can ask again.`
    : 'The online copy has no end date. You can come back to it as often as you like.';
  return [
    { kind: 'heading', text: 'How to open it' },
    { kind: 'list', duties: ['how-to-open'], items },
    { kind: 'paragraph', duties: ['until-when'], text: until },
  ];
}

function whoElse(ways: readonly LetterWay[]): string {
  const others = [...new Set(ways.flatMap((way) => way.to ?? []))];
  return others.length === 0 ? 'Nobody. It went only to you.' : `As you asked, it also went to ${joinAnd(others)}.`;
}
