import { afterAll, beforeAll } from 'vitest';
import { describeWith } from '../../../scripts/peers/describe-with.ts';
import { haveSamples } from '../../../scripts/peers/have-samples.ts';
import { haveOrthanc, type Orthanc, startOrthanc, storeInOrthanc } from '../../../scripts/peers/orthanc.ts';
import { openDicomwebSource } from './dicomweb-source.ts';
import { behavesAsImageSource, type GivenObjects } from './image-source.conformance.ts';
import { givenFiles, mixed } from './test-peers/given-objects.ts';

const orthancHere = haveOrthanc();

describeWith([orthancHere, haveSamples()], 'Orthanc over DICOMweb', () => {
  let orthanc: Orthanc;
  let given: GivenObjects & { source: { close: () => void } };

  beforeAll(async () => {
    if (!orthancHere.present) return;
    orthanc = await startOrthanc(orthancHere.value);
    const files = givenFiles();
    await storeInOrthanc(
      orthanc,
      files.map((file) => file.bytes),
    );
    const source = openDicomwebSource({ baseUrl: orthanc.dicomwebUrl, timeoutMs: 20_000, maxConcurrent: 4 });
    given = { source, files, mixed };
  });

  afterAll(async () => {
    given?.source.close();
    await orthanc?.stop();
  });

  behavesAsImageSource(() => given);
});
