import { z } from 'zod';
import { requesterKinds } from './authority.ts';
import { deliveryKind, examType, noContent, nothing } from './common-fields.ts';
import { endpoint } from './endpoint.ts';

const text = (most: number) => z.string().max(most);
const dateParts = z.object({ year: text(4), month: text(2), day: text(2) });
/** Somebody else gets a link or a parcel; only the person signs in. */
export const kindsForOthers = ['secure-link', 'cd', 'dvd', 'usb', 'prints'] as const;

const examAnswer = z.object({
  examType: examType.optional(),
  bodyPart: text(500),
  when: z.enum(['day', 'month', 'range', 'words', 'all']).optional(),
  day: dateParts,
  from: dateParts,
  to: dateParts,
  dateWords: text(500),
  place: text(500),
  scope: z.enum(['entire-study', 'certain-images']),
  certainImages: text(500),
  withReport: z.boolean(),
});

/**
 * The portal's questions as they are answered so far, whole or not: what is kept while somebody is still writing. The
 * signature is not among them: it is made when the request is sent.
 */
export const requestAnswers = z.object({
  whose: z.enum(requesterKinds).optional(),
  familyName: text(120),
  givenName: text(120),
  formerNames: text(500),
  birth: dateParts,
  mrn: text(64),
  requesterName: text(120),
  /** Which paper they act by, in their own words. */
  basis: text(500),
  /** The page about papers was there: some were handed in, or they come later. */
  papersSeen: z.boolean(),
  exams: z.array(examAnswer).min(1).max(20),
  toWhom: z.array(z.enum(['me', 'other'])).max(2),
  deliveries: z.array(deliveryKind).max(8),
  /** A form that is not on the list, in their own words. */
  otherForm: text(120).default(''),
  /** When it would suit to come and look. */
  inspectionTimes: text(200).default(''),
  mailWarningRead: z.boolean().default(false),
  street: text(120),
  apartment: text(120),
  town: text(120),
  otherKinds: z.array(z.enum(kindsForOthers)).max(5),
  otherName: text(120),
  otherEmail: text(254),
  otherStreet: text(120),
  otherApartment: text(120),
  otherTown: text(120),
  authorizes: text(500),
  purpose: z.enum(['my-request', 'other']),
  purposeWords: text(500),
  ends: z.enum(['request', 'day']),
  endsOn: dateParts,
  statementsRead: z.boolean(),
  email: text(254),
  phone: text(40),
});

const draft = z.object({
  /** Which question they were at: `when`, or `when/2` for the second exam. */
  place: z.string().regex(/^[a-z-]{1,20}(\/\d{1,2})?$/),
  answers: requestAnswers,
});
const paper = z.object({ id: z.string(), mediaType: z.string(), sizeBytes: z.number(), sentAt: z.string() });
const opened = z.object({
  contactCodeId: z.uuid(),
  email: z.string(),
  savedAt: z.string(),
  expiresAt: z.string(),
  /** As it was saved; a draft of an older form may not fit the questions of today. */
  draft: z.record(z.string(), z.json()),
  papers: z.array(paper),
});

/** Answers not yet sent, for whoever reads the confirmed mailbox; nothing of them is in an address or in the browser. */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/request-drafts',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Keep the answers for 30 days, sealed, for whoever confirms this address again',
  input: z.object({ contactCodeId: z.uuid(), draft }),
  output: z.object({ expiresAt: z.string() }),
  refusals: ['contact-not-confirmed'],
});

export const openDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/openings',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Take up the answers that were kept for this confirmed address',
  input: z.object({ contactCodeId: z.uuid() }),
  output: z.object({ opened: opened.nullable() }),
  refusals: ['contact-not-confirmed'],
});

export const resumeDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/resumptions',
  audience: 'public',
  action: 'draft.keep',
  summary: 'After a reload: the answers that this very browser was writing less than half an hour ago',
  input: nothing,
  output: z.object({ opened: opened.nullable() }),
  refusals: [],
});

export const leaveDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/leavings',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Leave the answers for later: this browser opens them no more without a new code',
  input: z.object({ contactCodeId: z.uuid() }),
  output: noContent,
  refusals: ['contact-not-confirmed'],
});

export const deleteDraft = endpoint({
  method: 'POST',
  path: '/api/request-drafts/deletions',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Throw the kept answers and papers away',
  input: z.object({ contactCodeId: z.uuid() }),
  output: noContent,
  refusals: ['contact-not-confirmed'],
});

export const sendDraftPaper = endpoint({
  method: 'POST',
  path: '/api/request-drafts/papers',
  audience: 'public',
  action: 'draft.keep',
  summary: 'A paper that shows the right to ask, kept with the answers: PDF, JPEG or PNG, known by its own bytes',
  input: z.object({ contactCodeId: z.uuid() }),
  output: paper,
  refusals: [
    'contact-not-confirmed',
    'not-a-paper',
    'too-large',
    'too-many-papers',
    'storage-full',
    'wrong-media-type',
  ],
  upload: { mediaType: 'application/octet-stream', maxBytes: 10 * 1024 * 1024 },
});

export const removeDraftPaper = endpoint({
  method: 'POST',
  path: '/api/request-drafts/papers/:paperId/removal',
  audience: 'public',
  action: 'draft.keep',
  summary: 'Take one of those papers back',
  input: z.object({ contactCodeId: z.uuid(), paperId: z.uuid() }),
  output: noContent,
  refusals: ['contact-not-confirmed', 'not-found'],
});
