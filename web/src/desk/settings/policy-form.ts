import type { choosePolicy } from '@echoback/server/contract';
import type { InputOf } from '../../client.ts';
import type { PolicyView } from './policy-view.ts';

type Input = InputOf<typeof choosePolicy>;

/** The page's answers as typed: numbers are text until they are sent. */
export type ChosenPolicy = {
  base: string;
  additions: string[];
  provider: Input['provider'];
  copyDays: string;
  inspectDays: string;
  extensionDays: string;
  imagesYears: string;
  recordsYears: string;
  warningPercents: string;
  /** By the name of the promise, in the unit of the law's own limit. */
  serviceLimits: Record<string, string>;
  adopted: string[];
  answers: Record<string, string>;
};

export function chosenOf({ choice, provider, overlay }: PolicyView): ChosenPolicy {
  const [base = '', ...additions] = choice.split('+');
  return {
    base,
    additions,
    provider,
    copyDays: textOf(overlay.responseDays?.copy),
    inspectDays: textOf(overlay.responseDays?.inspect),
    extensionDays: textOf(overlay.extensionDays),
    imagesYears: textOf(overlay.retentionYears?.images),
    recordsYears: textOf(overlay.retentionYears?.records),
    warningPercents: overlay.warningPercents?.join(', ') ?? '',
    serviceLimits: Object.fromEntries(
      Object.entries(overlay.serviceLimits ?? {}).map(([name, n]) => [name, textOf(n)]),
    ),
    adopted: overlay.adoptedProposals ?? [],
    answers: overlay.answers ?? {},
  };
}

/** Every question with the answer that holds on the page at this moment. */
export function answersOf({ answers }: ChosenPolicy, policy: PolicyView): Record<string, string> {
  return Object.fromEntries(policy.openDecisions.map(({ id, chosen }) => [id, answers[id] ?? chosen]));
}

const wholeNumbers = ['copyDays', 'inspectDays', 'extensionDays', 'imagesYears', 'recordsYears'] as const;

export type NumberField = (typeof wholeNumbers)[number] | 'warningPercents';

export function isWholeNumber(text: string): boolean {
  return /^\d{0,4}$/.test(text.trim());
}

export function wrongNumbers(chosen: ChosenPolicy): NumberField[] {
  const wrong = wholeNumbers.filter((name) => !isWholeNumber(chosen[name]));
  return /^[\d\s,]*$/.test(chosen.warningPercents) ? wrong : [...wrong, 'warningPercents'];
}

/** What is left empty is not promised. Defaults are not sent: they follow the pack when it changes. */
export function overlayOf(chosen: ChosenPolicy, policy: PolicyView): Input['overlay'] {
  const copy = numberOf(chosen.copyDays);
  const inspect = numberOf(chosen.inspectDays);
  const extensionDays = numberOf(chosen.extensionDays);
  const images = numberOf(chosen.imagesYears);
  const records = numberOf(chosen.recordsYears);
  const percents = chosen.warningPercents.split(/[\s,]+/).flatMap((text) => numberOf(text) ?? []);
  const limits = Object.entries(chosen.serviceLimits).flatMap(([name, text]) => {
    const n = numberOf(text);
    return n === undefined ? [] : [[name, n] as const];
  });
  // What is proposed stands beside one law: another one does not know it.
  const adopted = policy.choice.split('+')[0] === chosen.base ? chosen.adopted : [];
  const defaults = new Map(
    policy.openDecisions.map(({ id, answers }) => [id, answers.find(({ isDefault }) => isDefault)?.setting]),
  );
  const answers = Object.fromEntries(
    Object.entries(chosen.answers).filter(([id, setting]) => setting !== defaults.get(id)),
  );
  return {
    ...((copy !== undefined || inspect !== undefined) && {
      responseDays: { ...(copy !== undefined && { copy }), ...(inspect !== undefined && { inspect }) },
    }),
    ...(extensionDays !== undefined && { extensionDays }),
    ...((images !== undefined || records !== undefined) && {
      retentionYears: { ...(images !== undefined && { images }), ...(records !== undefined && { records }) },
    }),
    ...(percents.length > 0 && { warningPercents: percents }),
    ...(limits.length > 0 && { serviceLimits: Object.fromEntries(limits) }),
    ...(adopted.length > 0 && { adoptedProposals: adopted }),
    ...(Object.keys(answers).length > 0 && { answers }),
  };
}

function numberOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text);
}

function textOf(number: number | undefined): string {
  return number === undefined ? '' : String(number);
}
