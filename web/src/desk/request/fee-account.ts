import type { readFeeAccount } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type FeeAccount = OutputOf<typeof readFeeAccount>;
export type KeptQuote = FeeAccount['quotes'][number];
