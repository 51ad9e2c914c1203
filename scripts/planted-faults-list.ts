/** One place of the source, as it is and as the fault would have it. */
type Edit = { readonly file: string; readonly is: string; readonly becomes: string };

export type PlantedFault = {
  readonly fault: string;
  readonly edits: readonly Edit[];
  /** Test files, with the titles of tests that must fail there. */
  readonly caughtBy: Readonly<Record<string, readonly string[]>>;
};

/** The faults of a right-of-access program that cost patients most, each planted in the source as somebody would write it. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    fault: '31 days instead of 30',
    edits: [
      {
        file: 'packs/us-federal-access.ts',
        is: "  appliesTo: 'all',\n  limit: { n: 30, unit: 'calendar-day' },\n  startsOn: 'receipt',",
        becomes: "  appliesTo: 'all',\n  limit: { n: 31, unit: 'calendar-day' },\n  startsOn: 'receipt',",
      },
    ],
    caughtBy: {
      'scenarios/s01-plain-request-over-the-clock-change.test.ts': [
        'is received on the local day and due thirty calendar days later, 719 hours on',
      ],
      'scenarios/s02-leap-year-and-month-end.test.ts': ['counts the leap day', 'is due on March 1 in a common year'],
    },
  },
  {
    fault: 'a due date rolled past a weekend',
    edits: [
      {
        file: 'rule-clock.ts',
        is: "    case 'stays':\n      return end;",
        becomes: "    case 'stays':\n      return nextBusinessDayFrom(end, new Set());",
      },
    ],
    caughtBy: {
      'scenarios/s03-due-on-a-holiday-weekend.test.ts': [
        'stays on Saturday; the desk plans for Thursday, because Friday is a holiday',
      ],
      'scenarios/s24-california-two-shorter-clocks.test.ts': [
        'ends looking after five working days, over a holiday, and copying after fifteen calendar days',
      ],
    },
  },
  {
    fault: 'a second extension',
    edits: [
      { file: 'extension.ts', is: '  if (earlier) {\n', becomes: '  if (earlier && wish.promisedOn < received) {\n' },
      {
        file: 'extension.ts',
        is: '  if (today > first.due) return refuse(',
        becomes: '  if (today > (earlier?.promisedOn ?? first.due)) return refuse(',
      },
    ],
    caughtBy: {
      'scenarios/s04-one-extension-then-no-more.test.ts': [
        'is refused a second time, although the date lies within sixty days',
      ],
    },
  },
  {
    fault: 'a retrieval fee line',
    edits: [
      {
        file: 'fee-typed-line.ts',
        is: '  if (isForbiddenLine(label)) {',
        becomes: "  if (isForbiddenLine(label) && label !== 'retrieval') {",
      },
    ],
    caughtBy: {
      'scenarios/s10-fee-method-and-raising-a-quote.test.ts': [
        'S10: “PACS retrieval $5.00” and “per image $0.25 × 42” can not be saved',
      ],
    },
  },
  {
    fault: 'a denial for an unpaid bill',
    edits: [
      {
        file: 'denial.ts',
        is: '  const ground = denialGround(pack, wish.ground);\n',
        becomes: "  const ground = denialGround(pack, wish.ground === 'unpaid bill' ? 'U1' : wish.ground);\n",
      },
    ],
    caughtBy: { 'scenarios/s11-unpaid-bill.test.ts': ['is no denial either'] },
  },
  {
    fault: 'a parent blocked by age',
    edits: [
      {
        file: 'minors.ts',
        is: "  if (isOwnIndividual(minor, law, today) || basis === 'emancipated') {",
        becomes:
          "  if (isOwnIndividual(minor, law, today) || basis === 'emancipated' || ageInYears(minor.bornOn, today) >= 12) {",
      },
    ],
    caughtBy: {
      'scenarios/s13-parent-and-an-age-switch.test.ts': ['she is representative for both exams; due 2027-07-07'],
      'scenarios/s14-minor-who-consented-herself.test.ts': [
        'the father’s list holds the appendix study and nothing that hints at another; due 2027-09-15',
      ],
    },
  },
  {
    fault: 'a closed request with an undelivered item',
    edits: [
      {
        file: 'transitions.ts',
        is: "    ['complete-or-missing-named', 'every-delivery-done', 'part-denial-told'],",
        becomes: "    ['complete-or-missing-named', 'part-denial-told'],",
      },
      {
        file: 'asked-and-given.ts',
        is: '!reportOwed && undelivered.length === 0 && toCome',
        becomes: '!reportOwed && toCome',
      },
    ],
    caughtBy: {
      'scenarios/s06-report-without-pictures.test.ts': [
        'is refused while the disc has not been handed over or the report is owed',
      ],
      'scenarios/s25-partial-denial.test.ts': ['does not close before the echo is given'],
    },
  },
];

/** The source with the fault in it, or a fault of the list: an edit that no longer fits says which. */
export function planted(fault: PlantedFault, read: (file: string) => string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { file, is, becomes } of fault.edits) {
    const text = texts.get(file) ?? read(file);
    const places = text.split(is).length - 1;
    if (places !== 1) throw new Error(`${fault.fault}: ${file} has the edited text ${places} times`);
    texts.set(
      file,
      text.replace(is, () => becomes),
    );
  }
  return texts;
}
