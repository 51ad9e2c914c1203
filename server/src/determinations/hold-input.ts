import type { WallTime } from '../inspection/wall-clock.ts';

/** What somebody brings with a hold; the engine says what its code demands. */
export type HoldInput = {
  code: string;
  holds: ('images' | 'report')[];
  ground?: string | undefined;
  precondition?: string | undefined;
  policy?: string | undefined;
  caseDecision?: string | undefined;
  statute?: string | undefined;
  reasonSentInWritingOn?: string | undefined;
  from?: string | undefined;
  until?: string | undefined;
  /** Of a state's hold on a report: which exam's, and when it was finished. */
  examItemId?: string | undefined;
  finalised?: WallTime | undefined;
};
