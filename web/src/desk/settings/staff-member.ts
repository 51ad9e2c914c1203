import type { listStaff } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type StaffMember = OutputOf<typeof listStaff>['rows'][number];
