import type { Outcome } from '@echoback/right-of-access';
import type { CandidateStudy, ListedInstance } from '../store/records.ts';
import type { AskedName } from './person-names.ts';

/**
 * Where studies live. Each call ends by its own time limits, or at once when the signal aborts; what a source says is
 * never trusted, and what goes wrong with it is a value.
 */
export type ImageSource = {
  /** UID of some study, whichever; null when there is none. For trying out a connection. */
  someStudy(signal: AbortSignal): Promise<Outcome<string | null, SourceFailure>>;
  /** Studies that may be the ones asked for; who they show is judged elsewhere. */
  findStudies(query: StudyQuery, signal: AbortSignal): Promise<Outcome<FoundStudy[], SourceFailure>>;
  /** Every object of a study as the source lists it, each once. Empty when the source has no such study. */
  listInstances(studyInstanceUid: string, signal: AbortSignal): Promise<Outcome<ListedInstance[], SourceFailure>>;
  /**
   * Hands over the untouched Part 10 bytes of one object in order, waiting for each write. After a failure the bytes
   * written so far are worthless. What `write` throws is passed on: a full disk is not the source's failure.
   */
  fetchInstance(
    studyInstanceUid: string,
    listed: Pick<ListedInstance, 'seriesInstanceUid' | 'sopInstanceUid'>,
    write: (chunk: Uint8Array) => Promise<void>,
    signal: AbortSignal,
  ): Promise<Outcome<{ sizeBytes: number }, SourceFailure>>;
};

/** Any fact that fits brings a study in: a slip in one of them must not hide it. The dates narrow what names bring. */
export type StudyQuery = {
  names: readonly AskedName[];
  birthDate: string | null;
  mrns: readonly string[];
  accessionNumber: string | null;
  onOrAfter: string | null;
  onOrBefore: string | null;
};

export type FoundStudy = Omit<CandidateStudy, 'imageSourceId' | 'imageSourceName'>;

export type SourceFailure = {
  code: 'source-unreachable' | 'source-timeout' | 'source-refused' | 'source-answer-invalid' | 'instance-gone';
  /** For staff and the log: a status, a rule that was broken. Never holds what the source sent. */
  detail: string;
};

/** Failures of the moment: asking again may help, and the next object would fail the same way. */
export function isOutage(failure: SourceFailure): boolean {
  return failure.code === 'source-unreachable' || failure.code === 'source-timeout';
}
