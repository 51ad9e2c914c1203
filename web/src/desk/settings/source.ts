import type { listImageSources } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type Source = OutputOf<typeof listImageSources>['rows'][number];
