export * from './access-row.ts';
export * from './asked-and-given.ts';
export * from './authority.ts';
export * from './authorization.ts';
export * from './authorization-part.ts';
export * from './availability-watch.ts';
export * from './breach.ts';
export * from './calendar.ts';
export * from './clock.ts';
export * from './clock-stops.ts';
export * from './counts.ts';
export * from './deceased.ts';
export * from './denial.ts';
export * from './denial-ground.ts';
export * from './directive.ts';
export * from './duplicate.ts';
export * from './embargo.ts';
export * from './endangerment.ts';
export * from './evidence-needed.ts';
export * from './exam-item.ts';
export * from './exam-part.ts';
export * from './explain-why.ts';
export * from './extension.ts';
export * from './fee.ts';
export * from './fee-agreement.ts';
export * from './fee-choice.ts';
export * from './fee-hold.ts';
export * from './fee-line.ts';
export * from './fee-reason.ts';
export * from './fee-refund.ts';
export * from './fee-row.ts';
export * from './fee-schedule.ts';
export * from './fee-schedule-check.ts';
export * from './fee-together.ts';
export * from './fee-typed-line.ts';
export * from './fee-waiver.ts';
export * from './fee-words.ts';
export * from './forbidden-line.ts';
export * from './format-decision.ts';
export * from './hold.ts';
export * from './holiday-calendar.ts';
export * from './identity-proof.ts';
export * from './inspection.ts';
export * from './labour-log.ts';
export * from './lack.ts';
export * from './language-review.ts';
export * from './late-answer.ts';
export * from './law-sources.ts';
export * from './letter.ts';
export * from './letter-block.ts';
export * from './letter-code.ts';
export * from './letter-duties.ts';
export * from './letter-facts.ts';
export { letterCodes, letterKinds } from './letter-kinds.ts';
export * from './letter-note.ts';
export * from './letter-samples.ts';
export * from './letter-sent.ts';
export * from './letter-subject.ts';
export { type LetterLanguage, letterLanguages, sayIn } from './letters/bilingual.ts';
export { citeIn } from './letters/cite-words.ts';
export type { GivenExam, MissingReason } from './letters/completion/facts.ts';
export {
  accountedReasons,
  alsoDueNames,
  denialWords,
  destroyedWords,
  examTimes,
  examTypeNames,
  formNames,
  lackNames,
  lateCauses,
  othersCopy,
  paperNames,
  readyPart,
  reviewActions,
  unansweredGiven,
  whoMayAsk,
  whyUnable,
} from './letters/filled-in.ts';
export { officeWords } from './letters/passages.ts';
export type { ProofWay } from './letters/verification.ts';
export type { LetterVisit } from './letters/visit-passages.ts';
export { countsInWords, longDate, money, wayInWords } from './letters/wording.ts';
export * from './lifecycle.ts';
export * from './minors.ts';
export * from './near-miss.ts';
export * from './neutral-sentence.ts';
export * from './not-a-ground.ts';
export * from './not-maintained.ts';
export * from './object-kind.ts';
export * from './open-answer.ts';
export * from './open-decision.ts';
export * from './outcome.ts';
export * from './overlay.ts';
export * from './pack-lookups.ts';
export * from './pack-rows.ts';
export * from './packs/all-packs.ts';
export * from './packs/eu-gdpr.ts';
export * from './packs/us-federal.ts';
export * from './packs/us-holidays.ts';
export * from './plain-mail.ts';
export * from './policy-pack.ts';
export * from './posted-forms.ts';
export * from './promise-bounds.ts';
export * from './recall.ts';
export * from './receipt.ts';
export * from './reference-number.ts';
export * from './representative.ts';
export * from './retention.ts';
export * from './review.ts';
export * from './rule-clock.ts';
export * from './rule-why.ts';
export * from './search-coverage.ts';
export * from './service-limit.ts';
export * from './study-retention.ts';
export * from './touchless.ts';
export * from './touchless-choice.ts';
export * from './transition-guards.ts';
export * from './transitions.ts';
export * from './unclear-scope.ts';
export * from './visible-exams.ts';
export * from './whose-record.ts';
export * from './why.ts';
export * from './withdrawal.ts';
export * from './wording-sections.ts';
export * from './wording-version.ts';
export * from './years-after.ts';
