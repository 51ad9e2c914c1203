import type { App } from '../../app.ts';
import { agreeExtension } from '../../clock/agree-extension.ts';
import { openExtensionLetter } from '../../clock/open-extension-letter.ts';
import { readExtension } from '../../clock/read-extension.ts';
import { sendExtension } from '../../clock/send-extension.ts';
import { wishExtension } from '../../clock/wish-extension.ts';
import { contract } from '../../contract/index.ts';
import { bind, bindFile } from '../bind.ts';
import type { Door } from '../door.ts';

/** The clock at work: the one letter that may move a due date. */
export function bindClock(door: Door, app: App): void {
  bind(door, app, contract.readExtension, readExtension);
  bind(door, app, contract.wishExtension, wishExtension);
  bind(door, app, contract.agreeExtension, agreeExtension);
  bindFile(door, app, contract.openExtensionLetter, openExtensionLetter);
  bind(door, app, contract.sendExtension, sendExtension);
}
