export const determinationEn = {
  'withdraw-link': 'I no longer want these pictures',
  'withdraw-title': 'Take your request back?',
  'withdraw-lead': 'We stop at once. Nothing more is sent, and you owe nothing for it.',
  'withdraw-given': 'What you already have stays yours.',
  'withdraw-again': 'You can ask again at any time. A new request gets a new deadline.',
  'withdraw-act': 'Yes, take it back',
  withdrawing: 'Stopping…',
  'withdraw-keep': 'No, keep my request',

  'denied-title': 'What we could not give you',
  'denied-lead': 'A letter below tells you why, and how to complain.',
  'ask-review': 'Ask that somebody else look at it',
  'asking-review': 'Sending…',
  'review-help': 'Another licensed professional, who had no part in it, decides. We must do what they say.',
  'review-open': 'You asked for a second look. You will have an answer in writing.',
  'review-upheld': 'The second look did not change it. The letter says why.',
  'review-overturned': 'The second look came out in your favor. You get the copy.',
  'no-review': 'For this reason the law gives no second look. You can still complain; the letter says where.',

  'letter-pdf': 'As PDF',
  'letter-loading': 'Opening the letter…',
  back: 'Your request',
} as const;
