import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { DeliveryArrival } from './media-tables.ts';
import type { AskedRecipient, Manifest, PackageRecord, ReleaseCounts } from './records.ts';

/** What was asked to go where, what was given, and what left the house. `Schema` takes them in. */
export type ReleaseTables = {
  asked_delivery: {
    id: string;
    access_request_id: string;
    ordinal: number;
    kind: DeliveryKind;
    recipient: JSONColumnType<AskedRecipient>;
  };
  attached_report: {
    id: string;
    exam_item_id: string;
    sha256: string;
    crc32: number;
    size_bytes: number;
    attached_by: string;
    attached_at: Date;
    removed_at: Date | null;
    /** Who took it off before it was given, and why; of a recalled copy nobody does. */
    removed_by: string | null;
    removed_reason: string | null;
  };
  release: {
    id: string;
    access_request_id: string;
    approved_by: string | null;
    approved_at: Date;
    manifest: JSONColumnType<Manifest>;
    manifest_sha256: string;
    counts: JSONColumnType<ReleaseCounts>;
  };
  delivery: DeliveryTable;
  share_link: ShareLinkTable;
  disclosure: {
    id: string;
    facility_id: string;
    access_request_id: string;
    delivery_id: string;
    recipient: string;
    purpose: string;
    what: JSONColumnType<object>;
    disclosed_at: Date;
  };
};

export type DeliveryKind =
  | 'online'
  | 'email-unencrypted'
  | 'secure-link'
  | 'cd'
  | 'dvd'
  | 'usb'
  | 'prints'
  | 'other-form'
  | 'inspection';

type DeliveryTable = {
  id: string;
  release_id: string;
  asked_delivery_id: string;
  kind: DeliveryKind;
  state: 'preparing' | 'ready' | 'delivered' | 'failed';
  failure_code: string | null;
  package: ColumnType<PackageRecord | null, string | null, string | null>;
  ready_at: Date | null;
  delivered_at: Date | null;
  carrier: string | null;
  tracking_number: string | null;
  handed_over_by: string | null;
} & DeliveryArrival;

type ShareLinkTable = {
  id: string;
  delivery_id: string;
  path_id: string;
  passcode_hash: string;
  wrong_tries: Generated<number>;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
};
