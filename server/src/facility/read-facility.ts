import { type Currency, type Outcome, ok } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import type { PublicActor } from '../identity/actor.ts';
import { liveSessionKinds } from '../identity/session.ts';
import { dueWorking, packFor, readFacilityFacts } from './facility-facts.ts';

export type FacilityView = {
  name: string;
  timeZone: string;
  officeName: string;
  phone: string;
  email: string;
  today: string;
  demo: boolean;
  responseDays: number;
  currency: Currency;
  session: 'none' | 'requester' | 'recipient' | 'staff';
};

/** What anybody may know before asking. */
export async function readFacility(app: App, actor: PublicActor): Promise<Outcome<FacilityView, never>> {
  const facility = await readFacilityFacts(app.db, app);
  const kinds = await liveSessionKinds(app, actor.sessionHashes);
  return ok({
    name: facility.name,
    timeZone: facility.timeZone,
    officeName: facility.contact.officeName,
    phone: facility.contact.phone,
    email: facility.contact.email,
    today: facility.today,
    demo: app.config.demo,
    responseDays: dueWorking(facility.today, {
      receivedOn: facility.today,
      pack: packFor(facility, facility.today),
    }).days,
    currency: packFor(facility, facility.today).currency,
    session: (['requester', 'recipient', 'staff'] as const).find((kind) => kinds.has(kind)) ?? 'none',
  });
}
