import type { Submission, SubmittedExam } from '../requests/submission.ts';
import type { Signature } from '../store/intake-tables.ts';

export type IntakeChannel = 'paper' | 'fax' | 'mail' | 'walk-in' | 'phone';

/** A writing or a spoken wish, as staff type it: the portal's fields, and how and when it came. */
export type IntakeInput = {
  channel: IntakeChannel;
  receivedOn: string;
  department?: string | undefined;
  scanId?: string | undefined;
  earlierReason?: string | undefined;
  signature: Signature;
  signedOn?: string | undefined;
  language: 'en' | 'es';
  requester: Submission['requester'] & { email?: string | undefined; address?: string[] | undefined };
  /** Several patients in one writing become one request each. */
  patients: { patient: Submission['patient']; examItems: SubmittedExam[] }[];
  deliveries: Submission['deliveries'];
};
