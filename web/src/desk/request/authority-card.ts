import type { readAuthorityCard } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type AuthorityCard = OutputOf<typeof readAuthorityCard>;
