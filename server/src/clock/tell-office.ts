import type { App } from '../app.ts';
import type { FacilityFacts } from '../facility/facility-facts.ts';
import type { ClockLine } from '../mail/mail-texts.ts';
import { queueMail } from '../mail/queue-mail.ts';
import { transaction } from '../store/database.ts';

/**
 * One mail for all that nobody was told of yet: the office and its supervisors, and of what is late or has returned the
 * privacy officer too. References and days only. The mail and the mark that it was written are one transaction.
 */
export function tellOffice(app: App, facility: FacilityFacts): Promise<void> {
  return transaction(app.db, async (tx) => {
    const rows = await tx
      .selectFrom('clock_notice')
      .innerJoin('access_request', 'access_request.id', 'clock_notice.access_request_id')
      .select(['access_request_id', 'due_on', 'level', 'reference'])
      .where('facility_id', '=', app.facilityId)
      .where('mailed_at', 'is', null)
      .orderBy('due_on')
      .orderBy('reference')
      .forUpdate('clock_notice')
      .execute();
    if (rows.length === 0) return;
    const lines = newestOf(rows.map(({ reference, level, due_on }) => ({ reference, level, on: due_on })));
    const { email, privacyOfficer } = facility.contact;
    await mail(email, false, lines);
    const late = lines.filter(({ level }) => complianceLevels.includes(level));
    // Where supervisors have an address of their own, what is theirs goes there too.
    const theirs = lines.filter(({ level }) => supervisorLevels.includes(level));
    if (app.config.supervisorEmail && theirs.length > 0) await mail(app.config.supervisorEmail, false, theirs);
    if (late.length > 0) await mail(privacyOfficer.email ?? email, true, late);
    for (const { access_request_id, due_on, level } of rows) {
      await tx
        .updateTable('clock_notice')
        .set({ mailed_at: app.now() })
        .where('access_request_id', '=', access_request_id)
        .where('due_on', '=', due_on)
        .where('level', '=', level)
        .execute();
    }

    function mail(recipient: string, forPrivacyOfficer: boolean, of: ClockLine[]) {
      const address = `${app.config.publicUrl}/desk${forPrivacyOfficer ? '/settings/late-answers' : ''}`;
      const wish = { kind: 'clocks', forPrivacyOfficer, lines: of, address } as const;
      return queueMail(tx, app, { channel: 'email', recipient, accessRequestId: null, language: 'en', wish });
    }
  });
}

/** What escalates: late, nearly late, or waiting three business days with nothing in the way. */
const supervisorLevels: readonly string[] = ['overdue', 'answered-late', '95', 'available-supervisor'];

/** What whoever answers for compliance hears of: lateness, its end, and access that a denial promised for a day. */
const complianceLevels: readonly string[] = ['overdue', 'answered-late', 'access-returned'];

/** A program that stood still for a week tells of each request once, with the last level that it reached. */
function newestOf(lines: ClockLine[]): ClockLine[] {
  const isClock = ({ level }: ClockLine) => level === 'answered-late' || level === 'overdue' || /^\d+$/.test(level);
  const rank = ({ level }: ClockLine) => ({ 'answered-late': 2_000, overdue: 1_000 })[level] ?? Number(level);
  const clocks = new Map<string, ClockLine>();
  for (const line of lines.filter(isClock)) {
    const before = clocks.get(line.reference);
    if (!before || rank(line) > rank(before)) clocks.set(line.reference, line);
  }
  return [...clocks.values(), ...lines.filter((line) => !isClock(line))];
}
