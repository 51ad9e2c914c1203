import type { Generated, JSONColumnType } from 'kysely';
import type { PackageRecord } from './records.ts';

export type MediumKind = 'cd' | 'dvd' | 'usb';

/** One disc or stick of a copy that needs several: a file-set of its own (PS3.10 8). */
export type MediaPiece = {
  /** The originals on it, as file IDs of the release's manifest. */
  fileIds: string[];
  /** Its own DICOMDIR, README.TXT, INDEX.HTM and report pages. */
  package: PackageRecord;
  /** Of the disc image; on a stick, of its files. */
  sizeBytes: number;
};

/** What a facility burns on, and what a copy was dealt out to. Neither is ever changed: the newest row counts. */
export type MediaTables = {
  media_settings: {
    id: string;
    facility_id: string;
    name_on_disc: boolean;
    cd_megabytes: number;
    dvd_megabytes: number;
    decided_by: string;
    decided_at: Date;
  };
  media_set: {
    id: string;
    delivery_id: string;
    medium: MediumKind;
    capacity_bytes: number;
    pieces: JSONColumnType<MediaPiece[]>;
    made_by: string;
    made_at: Date;
  };
};

/** Who came for a disc instead of the carrier, or the day on which the carrier says that it arrived (OD-8). */
export type DeliveryArrival = {
  collected: Generated<boolean>;
  arrived_on: Generated<string | null>;
  arrival_recorded_by: Generated<string | null>;
  arrival_recorded_at: Generated<Date | null>;
};
