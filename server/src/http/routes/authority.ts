import type { App } from '../../app.ts';
import { answerUnidentified } from '../../authority/answer-unidentified.ts';
import { readAuthorityCard, readMyAuthority } from '../../authority/authority-card.ts';
import { readEvidenceAsked } from '../../authority/evidence-asked.ts';
import { judgeAuthority } from '../../authority/judge-authority.ts';
import { decideParentAccess, recordConsent } from '../../authority/judge-exam.ts';
import { noteAuthorizationFaults } from '../../authority/note-authorization-faults.ts';
import { openPaper, sendPaper } from '../../authority/paper.ts';
import { recordEmancipation } from '../../authority/record-emancipation.ts';
import { refuseRepresentative } from '../../authority/refuse-representative.ts';
import { revokeAuthorization } from '../../authority/revoke-authorization.ts';
import { previewLackLetter, sendLackLetter } from '../../authority/send-lack-letter.ts';
import { signDirective } from '../../authority/sign-directive.ts';
import { tellFamily } from '../../authority/tell-family.ts';
import { contract } from '../../contract/index.ts';
import { removeDraftPaper, sendDraftPaper } from '../../drafts/draft-paper.ts';
import { deleteDraft, leaveDraft, openDraft, resumeDraft, saveDraft } from '../../drafts/request-draft.ts';
import { bind, bindFile, bindUpload } from '../bind.ts';
import type { Door } from '../door.ts';

/** By what right somebody asks, what lets a copy go to somebody else, and answers that are kept for later. */
export function bindAuthority(door: Door, app: App): void {
  bind(door, app, contract.readEvidenceAsked, readEvidenceAsked);
  bind(door, app, contract.saveDraft, saveDraft);
  bind(door, app, contract.openDraft, openDraft);
  bind(door, app, contract.resumeDraft, resumeDraft);
  bind(door, app, contract.leaveDraft, leaveDraft);
  bind(door, app, contract.deleteDraft, deleteDraft);
  bindUpload(door, app, contract.sendDraftPaper, sendDraftPaper);
  bind(door, app, contract.removeDraftPaper, removeDraftPaper);
  bind(door, app, contract.readMyAuthority, readMyAuthority);
  bindUpload(door, app, contract.sendPaper, sendPaper);
  bind(door, app, contract.signDirective, signDirective);
  bind(door, app, contract.readAuthorityCard, readAuthorityCard);
  bindFile(door, app, contract.openPaper, openPaper);
  bind(door, app, contract.judgeAuthority, judgeAuthority);
  bind(door, app, contract.refuseRepresentative, refuseRepresentative);
  bind(door, app, contract.tellFamily, tellFamily);
  bind(door, app, contract.revokeAuthorization, revokeAuthorization);
  bind(door, app, contract.noteAuthorizationFaults, noteAuthorizationFaults);
  bind(door, app, contract.recordEmancipation, recordEmancipation);
  bind(door, app, contract.recordConsent, recordConsent);
  bind(door, app, contract.decideParentAccess, decideParentAccess);
  bind(door, app, contract.previewLackLetter, previewLackLetter);
  bind(door, app, contract.sendLackLetter, sendLackLetter);
  bind(door, app, contract.answerUnidentified, answerUnidentified);
}
