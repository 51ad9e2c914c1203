import {
  calendarDate,
  type DirectiveElement,
  decideDirective,
  dueDate,
  type LanguageReview,
  type Letter,
  letterContent,
} from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import { clockFactsOf } from '../facility/policy.ts';
import { letterSubject } from '../letters/letter-subject.ts';
import type { RequestToWrite } from '../requests/write-request.ts';
import type { DecidedIntake } from './decide-intake.ts';

/** L-DIR for the first copy to somebody else that the writing does not carry: exactly what is missing, and the one step. */
export function draftDirectiveLetter(
  app: App,
  facility: FacilityFacts,
  request: RequestToWrite,
  decided: DecidedIntake,
  reviews: readonly LanguageReview[],
): Letter | null {
  const { submission } = request;
  for (const { who, name, email, address, authorization } of submission.deliveries) {
    // What an authorization lacks is asked for from the request's own card (L-AUTH).
    if (who !== 'third-party' || authorization) continue;
    const missing = lackingElements({ name, to: email ?? address?.join(', ') }, decided, request);
    if (missing.length === 0) continue;
    const { patient, requester } = submission;
    const letter = letterContent(
      'L-DIR',
      () => ({
        ...letterSubject(app, facility, {
          reference: request.reference,
          patient_family_name: patient.familyName,
          patient_given_name: patient.givenName,
          patient_birth_date: patient.birthDate,
          requester_name: requester.name,
          requester_email: request.requesterEmail,
          requester_address: request.intake?.address ?? null,
        }),
        recipient: name ?? '—',
        problem: { kind: 'missing-elements' as const, missing },
        // The page where it is signed: the portal asks for the reference and a code first.
        remedyAddress: `${app.config.publicUrl}/request`,
        due: dueDate(calendarDate(request.receivedOn), undefined, request.pack, clockFactsOf(request.receivedOn)),
      }),
      submission.language,
      reviews,
    );
    if (!letter.ok) throw new Error(`The letter about the directive can not be written: ${letter.refusal.code}`);
    return letter.value;
  }
  return null;
}

function lackingElements(
  { name, to }: { name: string | undefined; to: string | undefined },
  { signature, signedOn }: DecidedIntake,
  { submission, pack }: RequestToWrite,
): DirectiveElement[] {
  const by = submission.requester.is === 'self' ? 'individual' : 'personal-representative';
  const decision = decideDirective(
    {
      written: signature !== 'spoken',
      ...(signedOn ? { signature: { by, on: signedOn } } : {}),
      ...(name ? { recipientName: name } : {}),
      ...(to ? { recipientAddress: to } : {}),
    },
    { copy: 'electronic', heldAs: 'electronic' },
    pack.sources,
  );
  if (decision.ok || decision.refusal.code !== 'directive-defective') return [];
  return decision.refusal.lacks.map((lack) => lack.name);
}
