import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { askReview, recordReview } from '../../determinations/ask-review.ts';
import { assessBreach } from '../../determinations/assess-breach.ts';
import { decideDenial } from '../../determinations/decide-denial.ts';
import { decideReview } from '../../determinations/decide-review.ts';
import { endHold } from '../../determinations/end-hold.ts';
import { previewDenial } from '../../determinations/preview-denial.ts';
import { proposeDenial } from '../../determinations/propose-denial.ts';
import { readDeterminations } from '../../determinations/read-determinations.ts';
import { recallRelease } from '../../determinations/recall-release.ts';
import { reopenExam } from '../../determinations/reopen-exam.ts';
import { setHold } from '../../determinations/set-hold.ts';
import { recordWithdrawal, withdrawRequest } from '../../determinations/withdraw-request.ts';
import { choosePictures } from '../../releases/choose-pictures.ts';
import { readLetterPage } from '../../requests/read-letter.ts';
import { bind } from '../bind.ts';
import type { Door } from '../door.ts';

/** What becomes of an exam other than a copy: denied, reviewed, held, withdrawn, recalled, opened again. */
export function bindDeterminations(door: Door, app: App): void {
  bind(door, app, contract.readDeterminations, readDeterminations);
  bind(door, app, contract.previewDenial, previewDenial);
  bind(door, app, contract.proposeDenial, proposeDenial);
  bind(door, app, contract.decideDenial, decideDenial);
  bind(door, app, contract.askReview, askReview);
  bind(door, app, contract.recordReview, recordReview);
  bind(door, app, contract.decideReview, decideReview);
  bind(door, app, contract.setHold, setHold);
  bind(door, app, contract.endHold, endHold);
  bind(door, app, contract.withdrawRequest, withdrawRequest);
  bind(door, app, contract.recordWithdrawal, recordWithdrawal);
  bind(door, app, contract.recallRelease, recallRelease);
  bind(door, app, contract.assessBreach, assessBreach);
  bind(door, app, contract.reopenExam, reopenExam);
  bind(door, app, contract.choosePictures, choosePictures);
  bind(door, app, contract.readLetterPage, readLetterPage);
}
