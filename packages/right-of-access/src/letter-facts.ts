import type { AccountingFacts } from './letters/accounting.ts';
import type { AcknowledgementFacts } from './letters/acknowledgement.ts';
import type { AuthorizationLackFacts } from './letters/authorization-lack.ts';
import type { BreachFacts } from './letters/breach-notice.ts';
import type { ClarificationFacts } from './letters/clarification.ts';
import type { CompletionFacts } from './letters/completion/facts.ts';
import type { DenialFacts } from './letters/denial.ts';
import type { DirectiveLackFacts } from './letters/directive-lack.ts';
import type { DuplicateFacts } from './letters/duplicate-joined.ts';
import type { ExtensionFacts } from './letters/extension-notice.ts';
import type { FeeNoticeFacts } from './letters/fee-notice.ts';
import type { FormatChoiceFacts } from './letters/format-choice.ts';
import type { NoneFoundFacts } from './letters/none-found.ts';
import type { NotMaintainedFacts } from './letters/not-maintained.ts';
import type { NotRepresentativeFacts } from './letters/not-representative.ts';
import type { OverdueFacts } from './letters/overdue-apology.ts';
import type { PartialDenialFacts } from './letters/partial-denial.ts';
import type { RefundFacts } from './letters/refund.ts';
import type { ReviewFacts } from './letters/review-outcome.ts';
import type { WarningFacts } from './letters/unencrypted-warning.ts';
import type { VerificationFacts } from './letters/verification.ts';
import type { WithdrawalFacts } from './letters/withdrawal.ts';

/** What each letter must be told. Words that people typed go in as they are; dates and cents as dates and cents. */
export type LetterFacts = {
  readonly 'L-ACK': AcknowledgementFacts;
  readonly 'L-CLAR': ClarificationFacts;
  readonly 'L-VER': VerificationFacts;
  readonly 'L-FEE': FeeNoticeFacts;
  readonly 'L-FMT': FormatChoiceFacts;
  readonly 'L-WARN': WarningFacts;
  readonly 'L-EXT': ExtensionFacts;
  readonly 'L-DEN': DenialFacts;
  readonly 'L-PART': PartialDenialFacts;
  readonly 'L-REV': ReviewFacts;
  readonly 'L-NOT': NotMaintainedFacts;
  readonly 'L-NONE': NoneFoundFacts;
  readonly 'L-DIR': DirectiveLackFacts;
  readonly 'L-AUTH': AuthorizationLackFacts;
  readonly 'L-DONE': CompletionFacts;
  readonly 'L-WITH': WithdrawalFacts;
  readonly 'L-DUP': DuplicateFacts;
  readonly 'L-LATE': OverdueFacts;
  readonly 'L-BRCH': BreachFacts;
  readonly 'L-ACCT': AccountingFacts;
  readonly 'L-REFUND': RefundFacts;
  /** Somebody who may not act for the patient: told who may, and nothing about what is held. */
  readonly 'L-NPR': NotRepresentativeFacts;
};

/** The letters that can be written: each has its wording and its list of mandatory contents. */
export type WritableLetter = keyof LetterFacts;
