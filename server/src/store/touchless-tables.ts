import type { JSONColumnType } from 'kysely';

/** What the program may give and did give without a person's look. `Schema` takes them in. */
export type TouchlessTables = {
  touchless_setting: {
    id: string;
    facility_id: string;
    allowed: boolean;
    reason: string;
    decided_by: string;
    decided_at: Date;
  };
  touchless_verdict: {
    id: string;
    access_request_id: string;
    about: TouchlessQuestion;
    /** The exam that the question was about; null where it was about the whole request. */
    exam_item_id: string | null;
    by_itself: boolean;
    /** Codes, each of them why a person looks; none where the program did it. */
    reasons: JSONColumnType<string[]>;
    decided_at: Date;
  };
};

/** Whose request it is, which study is meant, and whether it is given. */
export type TouchlessQuestion = 'person' | 'study' | 'release';
