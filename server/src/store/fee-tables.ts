import type { FeeAcceptance, FeeWaiver, LabourEntry, RefundCause } from '@echoback/right-of-access';
import type { JSONColumnType } from 'kysely';
import type { FeeScheduleRow, QuoteRow } from './records.ts';

export type FeeQuoteCause = 'asked' | 'worked-out-again' | 'line-added' | 'waived' | 'circumstance' | 'ways-changed';
export type FeeCircumstance = 'benefit-claim-said' | 'benefit-claim-shown' | 'cannot-pay';
export type PaidHow = 'card' | 'check' | 'cash';

/** Everything about money, as records with who, when and why; none is ever changed. */
export type FeeTables = {
  fee_quote: {
    id: string;
    access_request_id: string;
    ordinal: number;
    quote: JSONColumnType<QuoteRow>;
    cause: FeeQuoteCause;
    reason: string | null;
    quoted_by: string | null;
    quoted_at: Date;
  };
  fee_notice: {
    id: string;
    fee_quote_id: string;
    /** Null where the fee stood on the page that was signed. */
    letter_id: string | null;
    sent_by: string | null;
    sent_at: Date;
  };
  fee_answer: {
    id: string;
    fee_notice_id: string;
    answer: 'yes' | 'no';
    total_cents: number;
    said_by: FeeAcceptance['by'];
    channel: FeeAcceptance['channel'];
    answered_on: string;
    recorded_by: string | null;
    recorded_at: Date;
  };
  fee_confirmation: { fee_quote_id: string; confirmed_by: string; confirmed_at: Date };
  labour_entry: {
    id: string;
    access_request_id: string;
    task: LabourEntry['task'];
    minutes: number;
    logged_by: string;
    logged_at: Date;
  };
  fee_circumstance: {
    id: string;
    access_request_id: string;
    kind: FeeCircumstance;
    recorded_by: string | null;
    recorded_at: Date;
  };
  fee_waiver: {
    id: string;
    fee_quote_id: string;
    kind: FeeWaiver['kind'];
    reason: string;
    waived_by: string;
    waived_at: Date;
  };
  fee_payment: {
    id: string;
    access_request_id: string;
    cents: number;
    how: PaidHow;
    recorded_by: string;
    recorded_at: Date;
  };
  fee_refund: {
    id: string;
    access_request_id: string;
    cause: RefundCause;
    refund_cents: number;
    voided_cents: number;
    how: PaidHow | null;
    letter_id: string | null;
    decided_by: string | null;
    decided_at: Date;
  };
  fee_schedule_edition: {
    id: string;
    facility_id: string;
    schedule: JSONColumnType<FeeScheduleRow>;
    set_by: string | null;
    set_at: Date;
  };
};
