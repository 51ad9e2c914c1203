import type { CalendarDate } from './calendar.ts';
import type { FeeRow } from './fee-row.ts';
import type { LetterCode } from './letter-code.ts';
import type { Confidence } from './why.ts';

/** What every row of a pack says about itself. A changed law is another row with a later `effectiveFrom`, not other code. */
export type RowHead = {
  /** Unique over all packs: `us-federal/copy`, `CA-123110/copy`. A rule's `Why` carries it. */
  readonly id: string;
  readonly cite: string;
  readonly conf: Confidence;
  readonly effectiveFrom: CalendarDate;
  /** Last day on which the row applies. */
  readonly effectiveTo?: CalendarDate;
  /** The exported function that applies the row; docs/law.md names it, and a test refuses a name that is not exported. */
  readonly appliedBy: string;
};

/** Who holds the record, in the words of state statutes. A facility that does not say is taken to be all of them. */
export type ProviderKind = 'hospital' | 'clinic' | 'physician' | 'ehr-provider' | 'custodian';

/** Looking at the record, getting a copy of it, getting the written report. A rule for copies covers reports too. */
export type AccessKind = 'inspect' | 'copy' | 'report';

export type LimitUnit = 'calendar-day' | 'business-day' | 'month';

/** `calendar` names the holidays that business days are counted with; the pack's own calendar when absent. */
export type Limit = { readonly n: number; readonly unit: LimitUnit; readonly calendar?: string };

/** From what the period runs. Only `receipt` is always known; a period whose start has not come has no due date yet. */
export type StartsOn = 'receipt' | 'writtenRequest' | 'requestAndPayment' | 'authorization';

export type NoticeDuty = 'written' | 'reasons' | 'date' | 'before-first-period-ends';

/** The latest day that one letter may promise: `limit` counted from the start of the period, or from its first due date. */
export type ExtensionRule = {
  readonly limit: Limit;
  readonly from: 'start' | 'due';
  readonly cite: string;
  /** Where it is written that a second letter moves nothing. */
  readonly onceCite: string;
  readonly notice: readonly NoticeDuty[];
};

/** One period that the law sets, for one kind of access. `limit: null`: the statute names no number, another row fills it. */
export type AccessRow = RowHead & {
  readonly jurisdiction: string;
  readonly appliesTo: readonly ProviderKind[] | 'all';
  /** Only exams of these modalities; all when absent. */
  readonly modalities?: readonly 'mammography'[];
  /** Only records kept there; anywhere when absent. */
  readonly kept?: 'in-state' | 'out-of-state';
  readonly kind: AccessKind;
  readonly limit: Limit | null;
  readonly startsOn: StartsOn;
  readonly extension: ExtensionRule | null;
  readonly fee: FeeRow;
  /** What the law says about pictures in particular, in a sentence. */
  readonly images?: string;
  readonly letters: readonly LetterCode[];
  /** Anything else that staff should know, in a sentence. */
  readonly note?: string;
  readonly source: string;
  readonly verifiedOn: CalendarDate;
};
