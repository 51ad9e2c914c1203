import { afterwards } from './letter-duties/afterwards.ts';
import { answers } from './letter-duties/answers.ts';
import { beforeTheCopy } from './letter-duties/before-the-copy.ts';
import type { DutiesOf } from './letter-duties/letter-duty.ts';
import { toOthers } from './letter-duties/to-others.ts';
import type { WritableLetter } from './letter-facts.ts';

export type { LetterDuty } from './letter-duties/letter-duty.ts';

/** What each letter must say. The list is locked; wording may change, contents may be added. */
export const lettersDuties: DutiesOf<WritableLetter> = { ...beforeTheCopy, ...answers, ...toOthers, ...afterwards };
