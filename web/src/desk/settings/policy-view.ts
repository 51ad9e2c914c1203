import type { readPolicy } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type PolicyView = OutputOf<typeof readPolicy>;
