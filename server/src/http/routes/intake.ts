import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { correctReceipt } from '../../intake/correct-receipt.ts';
import { handOverLetter } from '../../intake/hand-over-letter.ts';
import { joinRequests } from '../../intake/join-requests.ts';
import { keepScan } from '../../intake/keep-scan.ts';
import { lettersToPost } from '../../intake/letters-to-post.ts';
import { findLikeRequests } from '../../intake/like-requests.ts';
import { openScan } from '../../intake/open-scan.ts';
import { readIntake } from '../../intake/read-intake.ts';
import { recordIntake } from '../../intake/record-intake.ts';
import { recordReminder } from '../../intake/record-reminder.ts';
import { recordSignature } from '../../intake/record-signature.ts';
import { changeRequesterEmail } from '../../requests/change-requester-email.ts';
import { bind, bindFile, bindUpload } from '../bind.ts';
import type { Door } from '../door.ts';

/** What comes on paper or by word of mouth, and the letters that go out by post. */
export function bindIntake(door: Door, app: App): void {
  bindUpload(door, app, contract.keepScan, keepScan);
  bindFile(door, app, contract.openScan, openScan);
  bind(door, app, contract.recordIntake, recordIntake);
  bind(door, app, contract.findLikeRequests, findLikeRequests);
  bind(door, app, contract.readIntake, readIntake);
  bind(door, app, contract.correctReceipt, correctReceipt);
  bind(door, app, contract.changeRequesterEmail, changeRequesterEmail);
  bind(door, app, contract.recordSignature, recordSignature);
  bind(door, app, contract.recordReminder, recordReminder);
  bind(door, app, contract.joinRequests, joinRequests);
  bind(door, app, contract.lettersToPost, lettersToPost);
  bind(door, app, contract.handOverLetter, handOverLetter);
}
