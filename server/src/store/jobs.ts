import type { JobQueue } from './job-queue.ts';

/** Every background job and what it carries: ids only, so that a retry reads the state of now. */
export type JobPayloads = {
  /** List, fetch and index one matched study. */
  'retrieve-study': { matchId: string };
  /** Make pictures, clips and report pages for what was retrieved. */
  'derive-study': { matchId: string };
  /** Make DICOMDIR, README and INDEX.HTM, open the first picture as the person will, then say "ready". */
  'prepare-release': { releaseId: string };
  /** A hold of state law on a report has ended: make the package anew with it. */
  'open-held-reports': { releaseId: string };
  'send-mail': { mailId: string };
  /** Do what needs no person for one request, where the facility lets the program: whose it is, which study, give. */
  'go-on-by-itself': { accessRequestId: string };
  /** Look at every open clock: warnings, overdue requests, and what could be given and waits. */
  'watch-clocks': { since: string };
};

export const jobNames = [
  'retrieve-study',
  'derive-study',
  'prepare-release',
  'open-held-reports',
  'send-mail',
  'go-on-by-itself',
  'watch-clocks',
] as const satisfies (keyof JobPayloads)[];

export type Jobs = JobQueue<JobPayloads>;
