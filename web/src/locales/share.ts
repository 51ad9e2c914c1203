import { shareEn } from './share.en.ts';
import { shareEs } from './share.es.ts';
import { catalogue } from './text.ts';

export const shareText = catalogue(shareEn, shareEs);
