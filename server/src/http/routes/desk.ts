import type { App } from '../../app.ts';
import { contract } from '../../contract/index.ts';
import { createPatient, updatePatient } from '../../directory/edit-patients.ts';
import { importPatients } from '../../directory/import-patients.ts';
import { listPatients } from '../../directory/list-patients.ts';
import { readAccounting } from '../../directory/read-accounting.ts';
import { sendAccounting } from '../../directory/send-accounting.ts';
import { choosePolicy, confirmRule, readPolicySettings } from '../../facility/policy-settings.ts';
import { addStaff, changeStaff, listStaff } from '../../facility/staff-accounts.ts';
import { listLanguageReviews, readWording, recordLanguageReview } from '../../letters/language-reviews.ts';
import { choosePatient } from '../../requests/choose-patient.ts';
import { listRequests } from '../../requests/list-requests.ts';
import { openDeskLetter } from '../../requests/read-letter.ts';
import { readRequestFile } from '../../requests/read-request-file.ts';
import { recordIdentityProof } from '../../requests/record-identity-proof.ts';
import { sendIdentityCode } from '../../requests/send-identity-code.ts';
import { readStaffSession, staffSignIn } from '../../sign-in/staff-sign-in.ts';
import { readTouchless, switchTouchless } from '../../touchless/touchless-setting.ts';
import { bind, bindFile, bindSignIn, bindUpload } from '../bind.ts';
import type { Door } from '../door.ts';

/** The office: who is signed in, the worklist, one request's file, and the patient directory. */
export function bindDesk(door: Door, app: App): void {
  bindSignIn(door, app, contract.staffSignIn, staffSignIn);
  bind(door, app, contract.readStaffSession, readStaffSession);
  bind(door, app, contract.readPolicy, readPolicySettings);
  bind(door, app, contract.choosePolicy, choosePolicy);
  bind(door, app, contract.confirmRule, confirmRule);
  bind(door, app, contract.listLanguageReviews, listLanguageReviews);
  bind(door, app, contract.readWording, readWording);
  bind(door, app, contract.recordLanguageReview, recordLanguageReview);
  bind(door, app, contract.readTouchless, readTouchless);
  bind(door, app, contract.switchTouchless, switchTouchless);
  bind(door, app, contract.listStaff, listStaff);
  bind(door, app, contract.addStaff, addStaff);
  bind(door, app, contract.changeStaff, changeStaff);
  bind(door, app, contract.listRequests, listRequests);
  bind(door, app, contract.readRequestFile, readRequestFile);
  bind(door, app, contract.choosePatient, choosePatient);
  bind(door, app, contract.sendIdentityCode, sendIdentityCode);
  bind(door, app, contract.recordIdentityProof, recordIdentityProof);
  bindFile(door, app, contract.openDeskLetter, openDeskLetter);
  bind(door, app, contract.listPatients, listPatients);
  bind(door, app, contract.createPatient, createPatient);
  bind(door, app, contract.updatePatient, updatePatient);
  bind(door, app, contract.readAccounting, readAccounting);
  bind(door, app, contract.sendAccounting, sendAccounting);
  bindUpload(door, app, contract.importPatients, importPatients);
}
