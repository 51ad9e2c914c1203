import { because, type Why } from './why.ts';

/** Records that show one person and were made in the care of another. */
export type SharedPicture = 'prenatal-ultrasound' | 'fetal-heart-strip' | 'gestational-carrier-ultrasound';

/**
 * Whose record is it? That of the person in whose care it was made: the pregnant patient's, with no proof about a child
 * (OD-14); the carrier's, and not the intended parents', who need her directive or authorization (OD-15).
 */
export function whoseRecord(picture: SharedPicture): {
  readonly of: 'pregnant-patient' | 'carrier';
  readonly why: Why;
} {
  const carrier = picture === 'gestational-carrier-ultrasound';
  const inputs = { picture };
  return carrier
    ? { of: 'carrier', why: because('us-federal/OD-15', 'OD-15; 45 CFR 160.103', inputs, 'medium') }
    : { of: 'pregnant-patient', why: because('us-federal/OD-14', 'OD-14; 45 CFR 164.501', inputs, 'medium') };
}
