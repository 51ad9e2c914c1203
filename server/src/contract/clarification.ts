import { z } from 'zod';
import { freeText, noContent, pauseAsks } from './common-fields.ts';
import { endpoint } from './endpoint.ts';
import { letterContent } from './letters.ts';

const question = freeText.min(3, { error: 'Write the question.' });
const answer = freeText.min(1, { error: 'Write the answer.' });
/** What is given when nobody answers (OD-22), as the letter told it. */
const ifNoAnswer = z.enum(['widest-match', 'copy-to-patient-only']);

export const openQuestion = z.object({ id: z.string(), question: z.string(), askedAt: z.string(), ifNoAnswer });

export const readClarifications = endpoint({
  method: 'GET',
  path: '/api/desk/requests/:requestId/questions',
  audience: 'desk',
  action: 'request.read',
  summary: 'What the person was asked about their request, the newest first, and what they answered',
  input: z.object({ requestId: z.uuid() }),
  output: z.object({
    questions: z.array(
      openQuestion.extend({
        askedBy: z.string(),
        end: z
          .object({
            how: z.enum(['portal', 'phone', 'mail', 'in-person', 'taken-back']),
            answer: z.string().nullable(),
            recordedBy: z.string().nullable(),
            endedAt: z.string(),
          })
          .nullable(),
      }),
    ),
    /** Without an e-mail address the letter waits for the mail. */
    byPortal: z.boolean(),
    /** What the law asks about the record before the wait for an answer moves the last day; null where it never does. */
    pauseAsks,
  }),
  refusals: ['not-found'],
});

export const previewClarification = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/question-previews',
  audience: 'desk',
  action: 'clarification.ask',
  summary: 'The letter that would ask this question, with what is given without an answer; nothing is written',
  input: z.object({ requestId: z.uuid(), question, veryLargeRecord: z.boolean().optional() }),
  output: letterContent,
  refusals: ['not-found', 'letter-incomplete'],
});

export const askClarification = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/questions',
  audience: 'desk',
  action: 'clarification.ask',
  summary:
    'Ask the person one question by letter; the work goes on (OD-22), and the deadline stands unless the law lists a pause (OD-5)',
  input: z.object({ requestId: z.uuid(), question, veryLargeRecord: z.boolean().optional() }),
  output: z.object({ questionId: z.string() }),
  refusals: ['not-found', 'wrong-step', 'question-open', 'letter-incomplete', 'storage-full'],
});

export const endClarification = endpoint({
  method: 'POST',
  path: '/api/desk/requests/:requestId/questions/:questionId/end',
  audience: 'desk',
  action: 'clarification.ask',
  summary: 'Note an answer that came to the office, or take the question back',
  input: z.object({
    requestId: z.uuid(),
    questionId: z.uuid(),
    end: z.discriminatedUnion('how', [
      z.object({ how: z.enum(['phone', 'mail', 'in-person']), answer }),
      z.object({ how: z.literal('taken-back') }),
    ]),
  }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});

export const answerClarification = endpoint({
  method: 'POST',
  path: '/api/portal/questions/:questionId/answer',
  audience: 'requester',
  action: 'clarification.answer',
  summary: 'Answer the question about my request',
  input: z.object({ questionId: z.uuid(), answer }),
  output: noContent,
  refusals: ['not-found', 'wrong-step'],
});
