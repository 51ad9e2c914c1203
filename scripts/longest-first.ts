import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, in that order: begun last, one of them would run alone while the other workers have nothing. */
const longest = [
  'e2e/main-job',
  'e2e/share-and-print',
  'e2e/accessibility-decisions',
  'e2e/scenarios/given-by-itself',
  'e2e/scenarios/facility-f.test',
  'e2e/media',
  'e2e/deciding-alone',
  'e2e/first-start',
  'store/embedded-postgres',
  'store/upgrade-postgres',
  'dicomdir/peers',
  'decoder/decoder-pool',
  'part10/encodings',
  'cli/start-and-stop',
];

/** A fresh checkout knows no times of earlier runs, and goes by the sizes of files. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.includes(name));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
