import { randomUUID } from 'node:crypto';
import { type Outcome, ok, refuse } from '@echoback/right-of-access';
import type { App } from '../app.ts';
import { appendAudit } from '../audit/append-audit.ts';
import type { StaffActor } from '../identity/actor.ts';
import { transaction } from '../store/database.ts';
import type { ScanMediaType } from '../store/intake-tables.ts';
import { scanKind } from './scan-kind.ts';

export type KeptScan = { scanId: string; mediaType: ScanMediaType };
type Refusal = { code: 'not-a-scan' | 'too-large' | 'storage-full' };

/** A faxed form has a few pages; this is hundreds of them. */
const maxBytes = 20 * 1024 * 1024;

/** Keeps the page as it came. It belongs to no request yet: it is looked at while the request is typed. */
export async function keepScan(
  app: App,
  actor: StaffActor,
  _input: object,
  upload: { bytes: AsyncIterable<Uint8Array> },
): Promise<Outcome<KeptScan, Refusal>> {
  const read = await readWhole(upload.bytes);
  if (!read.ok) return read;
  const mediaType = scanKind(read.value);
  if (!mediaType) return refuse({ code: 'not-a-scan' });
  const stored = await app.objects.putBytes(read.value);
  if (!stored.ok) return refuse({ code: 'storage-full' });
  const { sha256, sizeBytes } = stored.value;
  return transaction(app.db, async (tx) => {
    const scanId = randomUUID();
    await tx
      .insertInto('scan')
      .values({
        id: scanId,
        facility_id: app.facilityId,
        sha256,
        size_bytes: sizeBytes,
        media_type: mediaType,
        kept_by: actor.staffId,
        kept_at: app.now(),
      })
      .execute();
    await appendAudit(tx, app, {
      type: 'scan.kept',
      outcome: 'success',
      actor,
      accessRequestId: null,
      objects: { scanId, sha256, sizeBytes },
    });
    return ok({ scanId, mediaType });
  });
}

async function readWhole(source: AsyncIterable<Uint8Array>): Promise<Outcome<Buffer, { code: 'too-large' }>> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of source) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes > maxBytes) return refuse({ code: 'too-large' });
    chunks.push(Uint8Array.from(chunk));
  }
  return ok(Buffer.concat(chunks));
}
