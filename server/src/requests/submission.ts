import type { DeliveryKind } from '../store/schema.ts';

/** A request as the portal sends it, checked by its form's rules. */
export type Submission = {
  language: 'en' | 'es';
  patient: {
    familyName: string;
    givenName: string;
    formerNames?: string | undefined;
    birthDate: string;
    mrn?: string | undefined;
  };
  requester: {
    is: 'self' | 'parent' | 'personal-representative';
    name: string;
    phone?: string | undefined;
  };
  examItems: SubmittedExam[];
  deliveries: {
    kind: DeliveryKind;
    who: 'self' | 'third-party';
    name?: string | undefined;
    email?: string | undefined;
    address?: string[] | undefined;
  }[];
  contactCodeId: string;
  signedName: string;
};

export type SubmittedExam = {
  examType: string;
  bodyPart?: string | undefined;
  onOrAfter?: string | undefined;
  onOrBefore?: string | undefined;
  dateWords?: string | undefined;
  place?: string | undefined;
  scope: 'entire-study' | 'certain-images';
  certainImages?: string | undefined;
  withReport: boolean;
};
