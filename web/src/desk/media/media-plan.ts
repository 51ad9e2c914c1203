import type { planMedia } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';

export type MediaPlan = OutputOf<typeof planMedia>;
