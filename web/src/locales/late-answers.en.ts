/** The report of lateness, for whoever answers for compliance. */
export const lateAnswersEn = {
  place: 'Late answers',
  title: 'Late answers',
  help: 'Counted anew from each request’s clock: an answer on the first late day is late. A late answer stays in this list.',
  from: 'Received from',
  to: 'Received until',
  reading: 'Counting…',
  summary: 'Of {received} received, {inTime} were answered in time and {late} late or not yet.',
  none: 'Nothing is late',
  request: 'Request',
  received: 'Received',
  due: 'Was due',
  answered: 'Answered',
  'not-answered': 'not yet',
  days: 'Days late',
  returned: 'Access that has returned',
  'returned-help':
    'These were denied until a day that has come. The person was told that their access returns: open the exam again and give it.',
  'returned-on': '{reference}: since {day}',
} as const;
