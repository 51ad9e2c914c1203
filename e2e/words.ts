import { askText } from '../web/src/locales/ask.ts';
import { clockText } from '../web/src/locales/clock.ts';
import { deskText } from '../web/src/locales/desk.ts';
import { deskCheckText } from '../web/src/locales/desk-check.ts';
import { deskFileText } from '../web/src/locales/desk-file.ts';
import { deskIntakeText } from '../web/src/locales/desk-intake.ts';
import { deskSetupText } from '../web/src/locales/desk-setup.ts';
import { feeText } from '../web/src/locales/fee.ts';
import { offlineText } from '../web/src/locales/offline.ts';
import { portalText } from '../web/src/locales/portal.ts';
import { textOf } from '../web/src/locales/text.ts';
import { viewerText } from '../web/src/locales/viewer.ts';
import { wordsText } from '../web/src/locales/words.ts';

/** What people read on the screens, from the catalogues that the screens read: a changed sentence breaks no test. */
export const askWords = textOf(askText, 'en');
export const clockWords = textOf(clockText, 'en');
export const deskWords = textOf(deskText, 'en');
export const deskCheckWords = textOf(deskCheckText, 'en');
export const deskFileWords = textOf(deskFileText, 'en');
export const deskIntakeWords = textOf(deskIntakeText, 'en');
export const deskSetupWords = textOf(deskSetupText, 'en');
export const feeWords = textOf(feeText, 'en');
export const offlineWords = textOf(offlineText, 'en');
export const portalWords = textOf(portalText, 'en');
export const viewerWords = textOf(viewerText, 'en');
export const commonWords = textOf(wordsText, 'en');
