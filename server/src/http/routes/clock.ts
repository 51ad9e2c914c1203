import type { App } from '../../app.ts';
import { agreeExtension } from '../../clock/agree-extension.ts';
import { readLateAnswers } from '../../clock/late-answers.ts';
import { openExtensionLetter } from '../../clock/open-extension-letter.ts';
import { readExtension } from '../../clock/read-extension.ts';
import { sendExtension } from '../../clock/send-extension.ts';
import { wishExtension } from '../../clock/wish-extension.ts';
import { contract } from '../../contract/index.ts';
import { askClarification, previewClarification } from '../../requests/ask-clarification.ts';
import { answerClarification, endClarification } from '../../requests/end-clarification.ts';
import { readClarifications } from '../../requests/read-clarifications.ts';
import { bind, bindFile } from '../bind.ts';
import type { Door } from '../door.ts';

/** The clock at work: the one letter that may move a due date, and questions, which do not. */
export function bindClock(door: Door, app: App): void {
  bind(door, app, contract.readLateAnswers, readLateAnswers);
  bind(door, app, contract.readExtension, readExtension);
  bind(door, app, contract.wishExtension, wishExtension);
  bind(door, app, contract.agreeExtension, agreeExtension);
  bindFile(door, app, contract.openExtensionLetter, openExtensionLetter);
  bind(door, app, contract.sendExtension, sendExtension);
  bind(door, app, contract.readClarifications, readClarifications);
  bind(door, app, contract.previewClarification, previewClarification);
  bind(door, app, contract.askClarification, askClarification);
  bind(door, app, contract.endClarification, endClarification);
  bind(door, app, contract.answerClarification, answerClarification);
}
