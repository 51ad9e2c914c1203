import type { SignedAuthorization } from '../authority/write-instrument.ts';
import type { RequesterIs } from '../store/authority-tables.ts';
import type { DeliveryKind } from '../store/release-tables.ts';

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
    is: RequesterIs;
    /** The paper that somebody acts by, or how they were involved in a dead person’s care. */
    basis?: string | undefined;
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
    /** Only for film or paper that goes to somebody else. */
    authorization?: SignedAuthorization | undefined;
    /** Of another form, in the person's words. */
    form?: string | undefined;
    /** Of looking in person: when it would suit. */
    times?: string | undefined;
    /** Of unencrypted mail: its warning was read, and it is still wanted. */
    warningAccepted?: boolean | undefined;
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
