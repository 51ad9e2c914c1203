import type { Selectable } from 'kysely';
import type { Schema } from '../store/schema.ts';

export type OpenRequest = Selectable<Schema['access_request']>;

/** One level that a request has reached: a percent of its time, `overdue`, or that it could be given and waits. */
export type Level = { level: string; dueOn: string };
