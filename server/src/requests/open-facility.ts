import { randomUUID } from 'node:crypto';
import { demoFeeSchedule } from '@echoback/right-of-access';
import { sql } from 'kysely';
import type { Config } from '../config.ts';
import { demoFacility } from '../demo/demo-facility.ts';
import { type Db, transaction } from '../store/database.ts';
import type { FacilityContact } from '../store/records.ts';

/**
 * The facility that this server answers for; made at the first start. In the demo it is Riverside Imaging; elsewhere it
 * starts with what the configuration says, for an administrator to complete.
 */
export function openFacility(db: Db, config: Config): Promise<string> {
  return transaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('facility', 0))`.execute(tx);
    const held = await tx.selectFrom('facility').select('id').orderBy('created_at').limit(1).executeTakeFirst();
    if (held) return held.id;
    const facility = config.demo ? demoFacility : namedBy(config);
    const id = randomUUID();
    await tx
      .insertInto('facility')
      .values({
        id,
        name: facility.name,
        time_zone: facility.timeZone,
        policy_pack: 'us-federal',
        contact: JSON.stringify(facility.contact),
        fee_schedule: JSON.stringify(demoFeeSchedule),
      })
      .execute();
    return id;
  });
}

function namedBy(config: Config): { name: string; timeZone: string; contact: FacilityContact } {
  const { hostname } = new URL(config.publicUrl);
  const email = /<([^>]+)>/.exec(config.mailFrom)?.[1] ?? config.mailFrom;
  const contact: FacilityContact = {
    officeName: 'Release of Information',
    phone: 'not set yet',
    email,
    address: [hostname],
    privacyOfficer: { title: 'Privacy Officer', phone: 'not set yet' },
  };
  return { name: hostname, timeZone: config.timeZone, contact };
}
