import type { readExtension } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type Extension = OutputOf<typeof readExtension>;
