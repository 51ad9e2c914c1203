import type { Stage } from '@echoback/right-of-access';
import { type Selectable, sql } from 'kysely';
import type { App } from '../app.ts';
import { type RequestRow, readAuthority } from '../authority/read-authority.ts';
import { type Looking, readLooking } from '../inspection/read-looking.ts';
import type { Db } from '../store/database.ts';
import type { AskedRecipient } from '../store/records.ts';
import type { DeliveryKind } from '../store/release-tables.ts';
import type { Schema } from '../store/schema.ts';
import { countsFor, decideStanding, type Standing } from './identity-proved.ts';
import { readDeliveries } from './read-deliveries.ts';

export type BundleItem = Omit<Selectable<Schema['exam_item']>, 'state'> & { stage: Stage };

export type BundleDelivery = {
  askedDeliveryId: string;
  /** Null until a release was approved. */
  deliveryId: string | null;
  kind: DeliveryKind;
  recipient: AskedRecipient;
  state: 'asked' | 'preparing' | 'ready' | 'delivered' | 'failed';
  failureCode: string | null;
  carrier: string | null;
  trackingNumber: string | null;
  readyAt: Date | null;
  handedOverAt: Date | null;
  collected: boolean;
  /** As the carrier said, where the facility waits for that (OD-8). */
  arrivedOn: string | null;
  /** Reports that a statute kept out of it and that follow. */
  closedReports: number;
};

/** What desk and portal both derive from: how far each exam is, who was shown to ask, how each delivery stands. */
export type RequestBundle = {
  items: BundleItem[];
  deliveries: BundleDelivery[];
  /** Where somebody asked to look in person. */
  looking: Looking | null;
  standing: Standing;
  /** When a code that can still be typed was sent to a contact on file. */
  codeSentAt: Date | null;
  fetching: { listed: number; held: number; failed: number };
};

/** Reads many requests with a fixed number of queries, whatever their number. */
export async function readBundles(
  db: Db,
  app: App,
  requests: readonly (RequestRow & { requester_email_since: Date | null })[],
): Promise<(requestId: string) => RequestBundle> {
  const ids = requests.map((request) => request.id);
  if (ids.length === 0) {
    return () => {
      throw new Error('No request was read');
    };
  }
  const [items, deliveries, proofs, authority, codes, fetching, looking] = await Promise.all([
    readItems(db, ids),
    readDeliveries(db, ids),
    readProofs(db, ids),
    readAuthority(db, app, requests),
    readOpenCodes(db, app, ids),
    readFetching(db, ids),
    readLooking(db, ids),
  ]);
  const bundles = new Map(
    requests.map((request) => {
      const mine = <Row extends { access_request_id: string | null }>(rows: Row[]) =>
        rows.filter((row) => row.access_request_id === request.id);
      const proved = mine(proofs).some(countsFor(request));
      const bundle: RequestBundle = {
        items: mine(items).map(({ state, ...item }) => ({ ...item, stage: state as Stage })),
        deliveries: mine(deliveries).map(deliveryOf),
        looking: looking.get(request.id) ?? null,
        standing: decideStanding(proved, authority.get(request.id)),
        codeSentAt: mine(codes)[0]?.sent_at ?? null,
        fetching: fetchingOf(mine(fetching)[0]),
      };
      return [request.id, bundle];
    }),
  );
  return (requestId) => {
    const bundle = bundles.get(requestId);
    if (!bundle) throw new Error('That request was not read');
    return bundle;
  };
}

function readItems(db: Db, ids: string[]) {
  return db
    .selectFrom('exam_item')
    .selectAll()
    .where('access_request_id', 'in', ids)
    .orderBy('access_request_id')
    .orderBy('ordinal')
    .execute();
}

type DeliveryRow = Awaited<ReturnType<typeof readDeliveries>>[number];

function deliveryOf({ access_request_id: _, state, recipient, collected, ...row }: DeliveryRow): BundleDelivery {
  // The hash of a passcode stays where it is checked.
  const { passcodeHash: __, ...shown } = recipient;
  return { ...row, recipient: shown, state: state ?? 'asked', collected: collected ?? false };
}

function readProofs(db: Db, ids: string[]) {
  return db
    .selectFrom('identity_proof')
    .select(['access_request_id', 'patient_id', 'proved_at'])
    .where('access_request_id', 'in', ids)
    .execute();
}

function readOpenCodes(db: Db, app: App, ids: string[]) {
  return db
    .selectFrom('one_time_code')
    .select((row) => ['access_request_id', row.fn.max('created_at').as('sent_at')])
    .where('facility_id', '=', app.facilityId)
    .where('access_request_id', 'in', ids)
    .where('purpose', '=', 'prove-identity')
    .where('used_at', 'is', null)
    .where('replaced_at', 'is', null)
    .where('expires_at', '>', app.now())
    .groupBy('access_request_id')
    .execute();
}

function readFetching(db: Db, ids: string[]) {
  return db
    .selectFrom('exam_item')
    .innerJoin('match', 'match.exam_item_id', 'exam_item.id')
    .innerJoin('retrieval', 'retrieval.match_id', 'match.id')
    .leftJoin('retrieved_instance', (join) =>
      join.onRef('retrieved_instance.match_id', '=', 'match.id').on('retrieved_instance.state', '=', 'held'),
    )
    .select([
      'exam_item.access_request_id',
      'match.id',
      'retrieval.state',
      'retrieval.listed',
      sql<number>`count(retrieved_instance.sop_instance_uid)::int`.as('held'),
    ])
    .where('exam_item.access_request_id', 'in', ids)
    .where('exam_item.state', 'in', ['granted', 'retrieving', 'checking'])
    .where('match.withdrawn_at', 'is', null)
    .groupBy(['exam_item.access_request_id', 'match.id', 'retrieval.state', 'retrieval.listed'])
    .execute()
    .then(sumByRequest);
}

type FetchingRow = { access_request_id: string; state: string; listed: number | null; held: number };
type FetchingSum = { access_request_id: string; listed: number; held: number; failed: number };

function sumByRequest(rows: FetchingRow[]): FetchingSum[] {
  const sums = new Map<string, FetchingSum>();
  for (const row of rows) {
    const sum = sums.get(row.access_request_id) ?? {
      access_request_id: row.access_request_id,
      listed: 0,
      held: 0,
      failed: 0,
    };
    sum.listed += row.listed ?? 0;
    sum.held += row.held;
    if (row.state === 'failed') sum.failed += 1;
    sums.set(row.access_request_id, sum);
  }
  return [...sums.values()];
}

function fetchingOf(sum: FetchingSum | undefined): RequestBundle['fetching'] {
  return { listed: sum?.listed ?? 0, held: sum?.held ?? 0, failed: sum?.failed ?? 0 };
}
