import type { DueDate } from '../clock.ts';
import type { LetterBlock, LetterBody } from '../letter-block.ts';
import type { AcknowledgementFacts } from '../letter-facts.ts';
import { askedExams, help, youngPatient } from './passages.ts';
import { feeLineNames, longDate, money, wayInWords } from './wording.ts';

/** L-ACK: we have the request, this is what was asked, this is the day by which we answer, and how to change it. */
export function acknowledgement(facts: AcknowledgementFacts): LetterBody {
  const { facility, due } = facts;
  return {
    title: 'We have your request',
    blocks: [
      {
        kind: 'paragraph',
        duties: ['what-next'],
        text: `You asked ${facility.name} for copies of pictures. You do not have to do anything unless we ask you. We will check who you are, find the exam, and tell you when your copy is ready.`,
      },
      {
        kind: 'facts',
        caption: 'Your request at a glance',
        duties: ['received-date', 'due-date', 'fee'],
        rows: [
          { label: 'For', value: facts.patient.name },
          { label: 'We received it on', value: longDate(facts.receivedOn) },
          { label: 'You will have an answer by', value: longDate(due.on) },
          { label: 'What it costs', value: money(facts.fee.totalCents) },
        ],
      },
      { kind: 'heading', text: 'How we count the days' },
      { kind: 'paragraph', duties: ['due-working'], text: workingInWords(due) },
      { kind: 'heading', text: 'What you asked for' },
      askedExams(facts.exams),
      { kind: 'paragraph', text: 'How you want to get it:' },
      { kind: 'list', items: facts.ways.map(wayInWords) },
      ...youngPatient(facts),
      ...fee(facts),
      { kind: 'heading', text: 'To follow, correct or stop your request' },
      {
        kind: 'list',
        duties: ['track', 'correct', 'withdraw'],
        items: [
          `To see how far it is, go to ${facts.trackAddress} and type your reference, ${facts.reference}.`,
          `To correct or add something, write to us on that page or call ${facility.phone}.`,
          `To take your request back, tell us on that page or call ${facility.phone}. You may ask again at any time.`,
        ],
      },
      ...help(facility),
    ],
  };
}

/** Received, days, date: the same sum that the portal shows. */
function workingInWords({ on, working }: DueDate): string {
  const received = longDate(working.received);
  if (working.kind === 'extension') {
    return `We received your request on ${received}. On ${longDate(working.extension.sentOn)} we wrote to you that we need more time, and promised ${longDate(on)}. We cannot move that day again. (${working.cite})`;
  }
  return `We received your request on ${received}. The law gives us ${working.days} calendar days, so the last day is ${longDate(on)}. Weekends and holidays count, and nothing stops this clock. Most people wait much less. (${working.cite})`;
}

function fee({ fee: quote }: AcknowledgementFacts): readonly LetterBlock[] {
  const free = 'Looking at your pictures online, saving them and downloading everything is free.';
  const heading: LetterBlock = { kind: 'heading', text: 'What it costs' };
  if (quote.totalCents === 0) {
    return [heading, { kind: 'paragraph', duties: ['fee', 'free-options'], text: `No charge. ${free}` }];
  }
  const lines = quote.lines.map((line) => [feeLineNames[line.label], money(line.cents), line.cite]);
  const about = quote.approximate
    ? 'This is our estimate. It may get lower. It cannot get higher unless you agree. '
    : '';
  return [
    heading,
    {
      kind: 'table',
      caption: 'What you pay for',
      duties: ['fee'],
      columns: ['For', 'Amount', 'Rule'],
      rows: [...lines, ['Total', money(quote.totalCents), '']],
      endsInTotal: true,
    },
    {
      kind: 'paragraph',
      duties: ['free-options'],
      text: `${about}We never charge for finding your pictures or for checking who you are. ${free} You may change to a free way until we have made your copy.`,
    },
  ];
}
