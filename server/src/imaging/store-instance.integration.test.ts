import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import type { ProgramActor } from '../identity/actor.ts';
import { mixedFiles } from '../sources/test-peers/given-objects.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { storeInstance } from './store-instance.ts';

const actor: ProgramActor = { kind: 'program', job: 'test' };
const [one, two, three, four, five] = haveSamples().present ? mixedFiles() : [];

describeWith([haveDatabase(), haveSamples()], 'Storing into the built-in archive', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(async () => {
    await test?.close();
  });

  const store = async (bytes: Buffer) => {
    const stored = await storeInstance(test.app, actor, inPieces(bytes));
    if (!stored.ok) throw new Error(stored.refusal.code);
    return stored.value;
  };
  const rowsOf = (sopInstanceUid: string) =>
    test.app.db
      .selectFrom('instance')
      .leftJoin('archive_instance', 'archive_instance.instance_id', 'instance.id')
      .select(['sha256', 'flags', 'exported', 'size_bytes', 'archive_instance.instance_id as inArchive'])
      .where('sop_instance_uid', '=', sopInstanceUid)
      .orderBy('stored_at')
      .execute();

  it('keeps the same bytes once, however often and even at once', async () => {
    if (!one) return;
    const answers = await Promise.all([store(one.bytes), store(one.bytes), store(one.bytes)]);
    expect(answers.map((answer) => answer.stored).sort()).toEqual(['held-already', 'held-already', 'stored']);
    expect(await rowsOf(one.sopInstanceUid)).toHaveLength(1);
    expect(await store(one.bytes)).toEqual({ stored: 'held-already', reason: null });
  });

  it('keeps other bytes under the same UID beside the first, and flags both', async () => {
    if (!two) return;
    await store(two.bytes);
    const changed = Buffer.from(two.bytes);
    changed.writeUInt8(changed.readUInt8(changed.length - 100) ^ 1, changed.length - 100);
    test.clock.advance(1000);
    expect(await store(changed)).toEqual({ stored: 'stored', reason: 'same-uid-other-bytes' });
    const rows = await rowsOf(two.sopInstanceUid);
    expect(rows.map((row) => row.flags)).toEqual([['same-uid-other-bytes'], ['same-uid-other-bytes']]);
    expect(rows.map((row) => row.inArchive !== null)).toEqual([true, false]);
    expect(rows[0]?.sha256).toBe(two.sha256);
  });

  it('goes on where a kill left bytes without a row', async () => {
    if (!three) return;
    await test.app.objects.putBytes(three.bytes);
    expect(await store(three.bytes)).toEqual({ stored: 'stored', reason: null });
  });

  it('knows the form that leaves the house: a program in the preamble zeroed, a tail dropped', async () => {
    if (!four) return;
    const armed = Buffer.concat([four.bytes, Buffer.from('#!/bin/sh\nexit 1\n\n')]);
    armed.write('MZ', 0);
    expect((await store(armed)).stored).toBe('stored');
    const [row] = await rowsOf(four.sopInstanceUid);
    expect(row?.flags).toEqual(['preamble-zeroed', 'tail-dropped']);
    expect(row?.size_bytes).toBe(armed.length);
    expect(row?.exported).toMatchObject({ zeroPreamble: true, sizeBytes: four.bytes.length, sha256: four.sha256 });
    expect((await test.app.objects.readBytes(row?.sha256 ?? '')).equals(armed)).toBe(true);
  });

  it('keeps aside what is no whole DICOM object, once, with the reason', async () => {
    if (!five) return;
    const text = Buffer.from('This is a letter, not a picture. '.repeat(20));
    expect(await store(text)).toEqual({ stored: 'quarantined', reason: 'not-dicom' });
    expect(await store(text)).toEqual({ stored: 'quarantined', reason: 'not-dicom' });
    expect((await store(five.bytes.subarray(0, 2000))).stored).toBe('quarantined');
    const rows = await test.app.db.selectFrom('quarantine').selectAll().execute();
    expect(rows).toHaveLength(2);
    expect(await rowsOf(five.sopInstanceUid)).toEqual([]);
  });
});

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 30_000) yield bytes.subarray(at, at + 30_000);
}
