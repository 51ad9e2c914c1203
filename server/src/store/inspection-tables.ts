import type { JSONColumnType } from 'kysely';

/** A time on the facility's own wall clock: a calendar date, and 24 hours as “14:30”. */
export type InspectionTime = { on: string; at: string };

export type AnsweredBy = 'portal' | 'phone' | 'mail' | 'in-person';

/** Looking at the pictures in person: what was offered, what was said to it, who came. `Schema` takes them in. */
export type InspectionTables = {
  inspection_offer: {
    id: string;
    access_request_id: string;
    place: string;
    ask_for: string;
    times: JSONColumnType<InspectionTime[]>;
    offered_by: string;
    offered_at: Date;
    letter_id: string;
  };
  inspection_answer: {
    id: string;
    offer_id: string;
    chosen_on: string | null;
    chosen_at: string | null;
    /** What the person said where none of the times suits. */
    wish: string | null;
    how: AnsweredBy;
    said_on: string;
    /** Null when the person answered in the portal. */
    recorded_by: string | null;
    recorded_at: Date;
  };
  inspection_visit: {
    id: string;
    access_request_id: string;
    outcome: 'held' | 'missed';
    visited_on: string;
    visited_at: string;
    /** The names of who came; null where nobody did. */
    came: string | null;
    /** Exams of the request that were shown. */
    shown: JSONColumnType<string[]>;
    shown_by: string | null;
    recorded_by: string;
    recorded_at: Date;
  };
};
