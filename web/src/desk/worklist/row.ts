import type { listRequests } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type Row = OutputOf<typeof listRequests>['rows'][number];
