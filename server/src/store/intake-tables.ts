import type { Why } from '@echoback/right-of-access';
import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type Channel = 'portal' | 'paper' | 'fax' | 'mail' | 'walk-in' | 'phone';
export type ScanMediaType = 'application/pdf' | 'image/jpeg' | 'image/png';
/** `spoken`: there is nothing to sign. */
export type Signature = 'signed' | 'unsigned' | 'spoken';

/** Requests that came on paper or by word of mouth, and what two requests have to do with each other. */
export type IntakeTables = {
  /** Each address that somebody gave later, and how the office knew who gave it. */
  requester_email_change: {
    id: string;
    access_request_id: string;
    email_before: string | null;
    email: string;
    how_known: string;
    changed_by: string;
    changed_at: Date;
  };
  scan: {
    id: string;
    facility_id: string;
    sha256: string;
    size_bytes: number;
    media_type: ScanMediaType;
    kept_by: string;
    kept_at: Date;
  };
  intake: {
    access_request_id: string;
    writing_id: string;
    department: string | null;
    scan_id: string | null;
    signature: Signature;
    earlier_reason: string | null;
    entered_by: string;
    entered_at: Date;
  };
  receipt_correction: {
    id: string;
    access_request_id: string;
    received_before: string;
    received_on: string;
    reason: string;
    corrected_by: string;
    corrected_at: Date;
  };
  letter_handover: { letter_id: string; carrier: string; handed_over_by: string; handed_over_at: Date };
  request_link: {
    earlier_id: string;
    later_id: string;
    kind: 'joined' | 'linked';
    why: JSONColumnType<Why>;
    decided_by: string;
    decided_at: Date;
  };
  reminder: {
    id: string;
    access_request_id: string;
    channel: Channel;
    reminded_on: string;
    note: string | null;
    recorded_by: string;
    recorded_at: Date;
  };
};

/** Where letters go for somebody without e-mail. */
export type RequesterAddress = {
  requester_address: ColumnType<string[] | null, string | null | undefined, string | null>;
};

/** The message that was to tell of the letter came back: then the letter was not sent (OD-10). */
export type LetterNotice = { notice_failed_at: Generated<Date | null> };
