export type NotAGround = {
  readonly instead?: string;
  readonly letter?: 'L-NOT' | 'L-NONE' | 'L-VER' | 'L-DIR' | 'L-WITH';
};

const give: NotAGround = { instead: 'give the copy' };

/** What people reach for, and what holds instead. Those with a letter are outcomes of their own and no denial. */
export const notGrounds = {
  'unpaid bill': give,
  'upset or confusion': give,
  'malignancy found': give,
  'fetal anomaly found': give,
  'would not understand': { instead: 'give the copy, and offer to explain it' },
  'report not signed': { instead: 'give the pictures now, and the report when it is signed' },
  'doctor wants to look first': give,
  'suspicion of misuse': give,
  'suspicion of fraud': give,
  'a lawsuit is expected': give,
  'form incomplete': { instead: 'ask for what is lacking and go on' },
  'requester rude': give,
  'too much work': { instead: 'extend once, in writing and in time' },
  'old format': { instead: 'agree on another readable form' },
  'goes to a competitor': give,
  'unsafe app': { instead: 'warn once, and give the copy' },
  'not maintained': { letter: 'L-NOT' },
  'destroyed under schedule': { letter: 'L-NONE' },
  'not representative for that exam': { letter: 'L-VER' },
  'defective directive': { letter: 'L-DIR' },
  withdrawn: { letter: 'L-WITH' },
} as const satisfies Readonly<Record<string, NotAGround>>;

export type NotAGroundName = keyof typeof notGrounds;
