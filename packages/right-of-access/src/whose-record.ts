import { openAnswer } from './open-answer.ts';
import type { Pack } from './policy-pack.ts';
import type { Why } from './why.ts';

/** Records that show one person and were made in the care of another. */
export type SharedPicture = 'prenatal-ultrasound' | 'fetal-heart-strip' | 'gestational-carrier-ultrasound';

/**
 * Whose record is it? That of the person in whose care it was made: the pregnant patient's, with no proof about a child
 * (OD-14); the carrier's, and not the intended parents', who need her directive or authorization (OD-15).
 */
export function whoseRecord(
  picture: SharedPicture,
  pack: Pack,
): { readonly of: 'pregnant-patient' | 'carrier'; readonly why: Why } {
  const { setting, why } = openAnswer(pack, picture === 'gestational-carrier-ultrasound' ? 'OD-15' : 'OD-14');
  return { of: setting, why: { ...why, inputs: [...why.inputs, { name: 'picture', value: picture }] } };
}
