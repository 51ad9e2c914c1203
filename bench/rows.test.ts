import { expect, it } from 'vitest';
import { printJson, printTable, row } from './rows.ts';

it('says with a ratio above 1 that Echoback is ahead, whatever is better', () => {
  expect(row('package', 'speed', 1000, 'MB/s', 'Orthanc media', 50).ratio).toBe(20);
  expect(row('package', 'first byte', 2, 'ms', 'Orthanc media', 20).ratio).toBe(10);
  expect(row('package', 'peak', 200, 'MB of memory', 'limit', 250).ratio).toBe(1.25);
});

it('names a peer that is missing', () => {
  const missing = row('package', 'speed', 1000, 'MB/s', 'Orthanc media', null);
  expect(missing).toMatchObject({ peer: 'Orthanc media: missing', peerValue: null, ratio: null });
  expect(printTable([missing])).toContain('Orthanc media: missing');
});

it('prints one object a line for programs', () => {
  const lines = printJson([row('package', 'speed', 1000, 'MB/s', 'zip -0', 250)])
    .trimEnd()
    .split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { bench: 'package', row: 'speed', value: 1000, unit: 'MB/s', peer: 'zip -0', peerValue: 250, ratio: 4 },
  ]);
});
