import type { Inability, Why } from '@echoback/right-of-access';
import type { Generated, JSONColumnType } from 'kysely';

/** Forms of the copy that were talked about, and mail that carries it. `Schema` takes them in. */
export type FormTables = {
  format_offer: {
    wait_id: string;
    asked_delivery_id: string;
    asked: string;
    unable: Inability;
    forms: JSONColumnType<OfferedForm[]>;
    letter_id: string;
    /** Null: the program, which found that the mail would be too large. */
    offered_by: string | null;
    offered_at: Date;
  };
  format_agreement: {
    wait_id: string;
    chosen: FormKind;
    declined: JSONColumnType<FormKind[]>;
    how: AgreedBy;
    why: JSONColumnType<Why>;
    agreed_on: string;
    recorded_by: string | null;
    recorded_at: Date;
  };
  mail_warning: {
    asked_delivery_id: string;
    address: string;
    channel: WarnedBy;
    text_version: string;
    read_back: 'code' | 'spoken';
    accepted_on: string;
    accepted_at: Date;
    letter_id: string;
    recorded_by: string | null;
  };
  mail_attachment: {
    mail_id: string;
    ordinal: number;
    name: string;
    media_type: string;
    sha256: string;
    size_bytes: number;
  };
};

/** A form that the facility can make. */
export type FormKind = 'online' | 'usb' | 'cd' | 'several-mails' | 'prints';
/** As it was offered: what choosing it adds to the fee. */
export type OfferedForm = { form: FormKind; electronic: boolean; cents: number };
export type AgreedBy = 'portal' | 'phone' | 'mail' | 'in-person';
export type WarnedBy = 'portal' | 'phone' | 'in-person' | 'letter';

/** Of a mail that carries the copy itself. */
export type MailedCopy = { delivery_id: Generated<string | null> };
