/** The clock at work: letters that are wished for, and the levels that were reached. `Schema` takes them in. */
export type ClockTables = {
  extension_wish: {
    id: string;
    access_request_id: string;
    promised_on: string;
    reason: string;
    cause: ExtensionCause;
    /** What can be had today, in the words of the letter. */
    ready_now: string | null;
    wished_by: string;
    wished_at: Date;
  };
  extension_agreement: { wish_id: string; agreed_by: string; agreed_at: Date };
  clarification: {
    wait_id: string;
    question: string;
    if_no_answer: IfNoAnswer;
    letter_id: string;
    asked_by: string;
    asked_at: Date;
  };
  clarification_end: {
    wait_id: string;
    how: ClarificationEnd;
    /** Null where the question was taken back. */
    answer: string | null;
    /** Null when the person answered in the portal. */
    recorded_by: string | null;
    ended_at: Date;
  };
  clock_notice: {
    access_request_id: string;
    due_on: string;
    /**
     * A percent of the period, `overdue` or `answered-late`; `access-returned` of a denial until a day; `available-flag` and
     * `available-supervisor` of a request that could be met.
     */
    level: string;
    reached_on: string;
    noticed_at: Date;
    mailed_at: Date | null;
    letter_id: string | null;
  };
};

export type ExtensionCause = 'off-site-storage' | 'outside-vendor' | 'backlog' | 'other';
export type IfNoAnswer = 'widest-match' | 'copy-to-patient-only';
export type ClarificationEnd = 'portal' | 'phone' | 'mail' | 'in-person' | 'taken-back';
