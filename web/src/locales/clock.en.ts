/** How a due date is counted, what is waited for, and the one letter that may move it: the same words in portal and desk. */
export const clockEn = {
  'how-count': 'How we count',
  'law-us-federal': 'Federal law (HIPAA)',
  'law-eu-gdpr': 'European law (GDPR)',
  'law-facility': 'Our own promise',
  'law-state': '{name} law',
  'kind-inspect': 'to look at the pictures in our office',
  governs: 'This one ends first, so it sets the day.',
  'acts-not': 'Shown for information: it does not move the day.',
  extended: 'On {sent} we wrote that we need more time. The new day is {day}. It can move only once.',
  'extended-because': 'Our reason: {reason}',
  'extension-rule': 'More time by letter, once',
  'where-written': 'Where this is written',

  'waiting-for': 'Still missing',
  'wait-identity': 'Proof of who asks, since {day}.',
  'wait-clarification': 'The answer to our question, since {day}.',
  'wait-fee': 'The fee, since {day}.',
  'wait-format': 'The choice of a form, since {day}.',
  'wait-vendor': 'Somebody who works for us, since {day}.',
  'wait-signature': 'The signature, since {day}.',
  'deadline-stays': 'Our deadline has not moved.',
} as const;
