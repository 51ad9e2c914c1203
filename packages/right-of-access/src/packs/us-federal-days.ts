import { calendarDate } from '../calendar.ts';

/** Compliance date of the Privacy Rule for most facilities. */
export const privacyRule = calendarDate('2003-04-14');
/** HHS published its guidance on the individual right of access, with the flat fee as an option, in February 2016. */
export const accessGuidance = calendarDate('2016-02-25');
/** Electronic health information in full, 45 CFR 171.102. */
export const fullScope = calendarDate('2022-10-06');
/** The day on which the pack's rows were last compared with their sources. */
export const read = calendarDate('2026-11-01');
