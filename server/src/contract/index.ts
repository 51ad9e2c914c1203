import * as authority from './authority.ts';
import * as checking from './checking.ts';
import * as clarification from './clarification.ts';
import * as demo from './demo.ts';
import * as denials from './denials.ts';
import * as determinations from './determinations.ts';
import * as directory from './directory.ts';
import * as drafts from './drafts.ts';
import * as electronicCopy from './electronic-copy.ts';
import * as extension from './extension.ts';
import * as fees from './fees.ts';
import * as forms from './forms.ts';
import * as holds from './holds.ts';
import * as identityCheck from './identity-check.ts';
import * as imageSources from './image-sources.ts';
import * as inspection from './inspection.ts';
import * as intake from './intake.ts';
import * as lackLetters from './lack-letters.ts';
import * as lateAnswers from './late-answers.ts';
import * as letters from './letters.ts';
import * as matching from './matching.ts';
import * as media from './media.ts';
import * as ownCopies from './own-copies.ts';
import * as policy from './policy.ts';
import * as portal from './portal.ts';
import * as recipient from './recipient.ts';
import * as requestFile from './request-file.ts';
import * as shareSafe from './share-safe.ts';
import * as staff from './staff.ts';
import * as staffSession from './staff-session.ts';
import * as takingBack from './taking-back.ts';
import * as touchless from './touchless.ts';
import * as worklist from './worklist.ts';

export { citeIn, isParcel, isPosted } from '@echoback/right-of-access';

/** The whole API. A route that is not here does not exist. */
export const contract = {
  ...portal,
  ...ownCopies,
  readSharePlan: shareSafe.readSharePlan,
  openShareCopy: shareSafe.openShareCopy,
  downloadShareCopies: shareSafe.downloadShareCopies,
  ...recipient,
  ...staffSession,
  ...staff,
  ...policy,
  ...worklist,
  ...requestFile,
  ...fees,
  ...identityCheck,
  ...intake,
  ...directory,
  ...extension,
  ...lateAnswers,
  ...clarification,
  ...forms,
  ...inspection,
  ...matching,
  ...checking,
  ...determinations,
  ...denials,
  ...holds,
  ...takingBack,
  readLetterPage: letters.readLetterPage,
  ...media,
  ...imageSources,
  ...demo,
  ...authority,
  ...electronicCopy,
  ...lackLetters,
  ...drafts,
  readTouchless: touchless.readTouchless,
  switchTouchless: touchless.switchTouchless,
};

export * from './authority.ts';
export * from './checking.ts';
export * from './clarification.ts';
export * from './common-fields.ts';
export * from './demo.ts';
export * from './denials.ts';
export * from './determinations.ts';
export * from './directory.ts';
export * from './drafts.ts';
export * from './electronic-copy.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './extension.ts';
export * from './fees.ts';
export * from './forms.ts';
export * from './holds.ts';
export * from './identity-check.ts';
export * from './image-sources.ts';
export * from './inspection.ts';
export * from './intake.ts';
export * from './lack-letters.ts';
export * from './late-answers.ts';
export * from './letters.ts';
export * from './matching.ts';
export * from './media.ts';
export * from './offline-viewer.ts';
export * from './own-copies.ts';
export * from './policy.ts';
export * from './portal.ts';
export * from './recipient.ts';
export * from './request-file.ts';
export * from './share-safe.ts';
export * from './staff.ts';
export * from './staff-session.ts';
export * from './taking-back.ts';
export * from './touchless.ts';
export * from './worklist.ts';
