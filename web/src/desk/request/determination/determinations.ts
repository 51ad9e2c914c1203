import type { readDeterminations } from '@echoback/server/contract';
import type { OutputOf } from '../../../client.ts';

export type Determinations = OutputOf<typeof readDeterminations>;
export type DecidedExam = Determinations['exams'][number];
