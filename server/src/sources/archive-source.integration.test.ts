import { afterAll, beforeAll } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveDatabase } from '../../../scripts/peers/test-database.ts';
import { storeInstance } from '../imaging/store-instance.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { openArchiveSource } from './archive-source.ts';
import { behavesAsImageSource, type GivenObjects } from './image-source.conformance.ts';
import { givenFiles, mixed } from './test-peers/given-objects.ts';

describeWith([haveDatabase(), haveSamples()], 'The built-in archive', () => {
  let test: TestApp;
  let given: GivenObjects;

  beforeAll(async () => {
    test = await openTestApp();
    const files = givenFiles();
    for (const { bytes } of files) {
      const stored = await storeInstance(test.app, { kind: 'program', job: 'test' }, inPieces(bytes));
      if (!stored.ok || stored.value.stored !== 'stored') throw new Error(JSON.stringify(stored));
    }
    const { id } = await test.app.db.selectFrom('image_source').select('id').executeTakeFirstOrThrow();
    given = { source: openArchiveSource(test.app, id), files, mixed };
  });

  afterAll(async () => {
    await test?.close();
  });

  behavesAsImageSource(() => given);
});

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 50_000) yield bytes.subarray(at, at + 50_000);
}
