import { deliveryKinds } from '@echoback/server/contract';
import { useFacility } from '../../facility.tsx';
import { feeText } from '../../locales/fee.ts';
import { formText } from '../../locales/form.ts';
import { portalText } from '../../locales/portal.ts';
import { questionText } from '../../locales/question.ts';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { wordsText } from '../../locales/words.ts';
import type { Tracked } from './where-it-stands.ts';

/** Steps that a patient can read; an event without a sentence here is left out rather than shown as a code. */
const told = [
  'request-received',
  'identity-code-sent',
  'identity-proved',
  'identity-not-shown',
  'match-confirmed',
  'match-withdrawn',
  'retrieval-finished',
  'release-approved',
  'delivery-ready',
  'delivery-handed-over',
  'delivery-arrived',
  'package-downloaded',
  'share-link-opened',
  'share-link-passcode-changed',
  'extension-sent',
  'outcome-recorded',
  'denial-decided',
  'review-asked',
  'review-decided',
  'request-withdrawn',
  'exam-item-reopened',
] as const;
const toldOfQuestions = ['asked', 'answered', 'taken-back'] as const;
const toldOfForms = {
  'format.offered': 'event-offered',
  'format.agreed': 'event-agreed',
  'mail-warning.accepted': 'event-warned',
  'copy.mailed': 'event-mailed',
} as const;
const toldOfVisits = ['offered', 'answered', 'held', 'missed'] as const;
const toldOfFees = ['fee-told', 'fee-answered', 'fee-waived', 'fee-refunded'] as const;

export function useEventWords(): (event: Tracked['history'][number]) => string | undefined {
  const t = useText(portalText);
  const fees = useText(feeText);
  const forms = useText(formText);
  const questions = useText(questionText);
  const visits = useText(visitText);
  const words = useText(wordsText);
  const facility = useFacility();
  return ({ event, facts }) => {
    const known = told.find((name) => name === event.replaceAll('.', '-'));
    const aboutFee = toldOfFees.find((name) => name === event.replaceAll('.', '-'));
    if (aboutFee) return fees(`event-${aboutFee}`, { facility: facility.name });
    const ofForm = toldOfForms[event as keyof typeof toldOfForms];
    if (ofForm) return forms(ofForm, { facility: facility.name });
    const ofQuestion = toldOfQuestions.find((name) => event === `clarification.${name}`);
    if (ofQuestion) return questions(`event-${ofQuestion}`, { facility: facility.name });
    const ofVisit = toldOfVisits.find((name) => event === `inspection.${name}`);
    if (ofVisit) return visits(`event-${ofVisit}`, { facility: facility.name });
    const kind = deliveryKinds.find((one) => one === facts.kind);
    if (known === 'delivery-ready' && kind) return t('event-delivery-ready-what', { what: words(`delivery-${kind}`) });
    return known && t(`event-${known}`, { facility: facility.name });
  };
}
