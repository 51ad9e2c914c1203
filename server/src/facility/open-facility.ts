import { randomUUID } from 'node:crypto';
import { demoFeeSchedule } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { Config } from '../config.ts';
import { demoFacility } from '../demo/demo-facility.ts';
import { type Db, transaction } from '../store/database.ts';
import type { FacilityContact } from '../store/records.ts';

/**
 * The facility that this server answers for; made at the first start. In the demo it is Riverside Imaging; elsewhere its
 * name and contact are what the configuration says today, and letters already sent keep what they said.
 */
export function openFacility(db: Db, config: Config): Promise<string> {
  return transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('facility', 0))`.execute(tx);
    const { name, timeZone, contact } = facilityOf(config);
    const row = { name, contact: JSON.stringify(contact) };
    const held = await tx.selectFrom('facility').select('id').orderBy('created_at').limit(1).executeTakeFirst();
    if (held) {
      if (!config.demo) await tx.updateTable('facility').set(row).where('id', '=', held.id).execute();
      return held.id;
    }
    const id = randomUUID();
    const schedule = { policy_pack: 'us-federal', fee_schedule: JSON.stringify(demoFeeSchedule) };
    await tx
      .insertInto('facility')
      .values({ id, ...row, ...schedule, time_zone: timeZone })
      .execute();
    return id;
  });
}

function facilityOf(config: Config): { name: string; timeZone: string; contact: FacilityContact } {
  if (!config.facility) return demoFacility;
  const { name, address, phone, privacyOfficerPhone } = config.facility;
  const email = /<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom;
  const privacyOfficer = { title: 'Privacy Officer', phone: privacyOfficerPhone };
  const contact = { officeName: 'Release of Information', phone, email, address, privacyOfficer };
  return { name, timeZone: config.timeZone, contact };
}
