import type { checkPictures } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type Checking = OutputOf<typeof checkPictures>;
export type CheckedExam = Checking['exams'][number];
export type CheckedItem = CheckedExam['items'][number];
