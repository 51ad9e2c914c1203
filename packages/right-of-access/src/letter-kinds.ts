import type { LetterFacts, WritableLetter } from './letter-facts.ts';
import { accounting } from './letters/accounting.ts';
import { acknowledgement } from './letters/acknowledgement.ts';
import { authorizationLack } from './letters/authorization-lack.ts';
import { breachNotice } from './letters/breach-notice.ts';
import { clarification } from './letters/clarification.ts';
import { completion } from './letters/completion/completion.ts';
import { denial } from './letters/denial.ts';
import { directiveLack } from './letters/directive-lack.ts';
import { duplicateJoined } from './letters/duplicate-joined.ts';
import { extensionNotice } from './letters/extension-notice.ts';
import { feeNotice } from './letters/fee-notice.ts';
import { formatChoice } from './letters/format-choice.ts';
import type { LetterKind } from './letters/letter-kind.ts';
import { noneFound } from './letters/none-found.ts';
import { notMaintained } from './letters/not-maintained.ts';
import { notRepresentative } from './letters/not-representative.ts';
import { overdueApology } from './letters/overdue-apology.ts';
import { partialDenial } from './letters/partial-denial.ts';
import { refund } from './letters/refund.ts';
import { reviewOutcome } from './letters/review-outcome.ts';
import { unencryptedWarning } from './letters/unencrypted-warning.ts';
import { verification } from './letters/verification.ts';
import { withdrawal } from './letters/withdrawal.ts';

/** Every letter: when it is sent, its sentences in each language, and how facts become its parts. */
export const letterKinds: { readonly [Code in WritableLetter]: LetterKind<LetterFacts[Code]> } = {
  'L-ACK': acknowledgement,
  'L-CLAR': clarification,
  'L-VER': verification,
  'L-FEE': feeNotice,
  'L-FMT': formatChoice,
  'L-WARN': unencryptedWarning,
  'L-EXT': extensionNotice,
  'L-DEN': denial,
  'L-PART': partialDenial,
  'L-REV': reviewOutcome,
  'L-NOT': notMaintained,
  'L-NONE': noneFound,
  'L-DIR': directiveLack,
  'L-AUTH': authorizationLack,
  'L-DONE': completion,
  'L-WITH': withdrawal,
  'L-DUP': duplicateJoined,
  'L-LATE': overdueApology,
  'L-BRCH': breachNotice,
  'L-ACCT': accounting,
  'L-REFUND': refund,
  'L-NPR': notRepresentative,
};

export const letterCodes = Object.keys(letterKinds) as readonly WritableLetter[];
