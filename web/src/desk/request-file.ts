import type { deliveryKind, examType, readRequestFile } from '@echoback/server/contract';
import type { z } from 'zod';
import type { OutputOf } from '../client.ts';

export type DeliveryKind = z.output<typeof deliveryKind>;
export type ExamType = z.output<typeof examType>;

export type RequestFile = OutputOf<typeof readRequestFile>;
export type ExamItem = RequestFile['examItems'][number];
export type Match = ExamItem['matches'][number];
export type Search = RequestFile['lastSearches'][number];
export type Candidate = Search['candidates'][number];
export type PatientRecord = NonNullable<RequestFile['patient']>;
export type Delivery = RequestFile['deliveries'][number];
