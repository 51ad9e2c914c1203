import { type OpenAnswers, type OpenDecisionId, openQuestions } from './open-decision.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

/** The setting in force, with its why, for code that acts on what the law leaves open. */
export function openAnswer<Id extends OpenDecisionId>(
  pack: Pack,
  id: Id,
): { readonly setting: OpenAnswers[Id]; readonly why: Why } {
  const setting = pack.answers[id];
  const { reason } = pack.openDecisions[id];
  const { question } = openQuestions[id];
  const inputs = [
    { name: 'question', value: question },
    { name: 'setting', value: setting },
  ];
  return { setting, why: { rule: id, cite: `left open by the law: ${reason}`, confidence: 'high', inputs } };
}
