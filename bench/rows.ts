/** One measurement beside a peer's. `ratio` above 1 means that Echoback is ahead, whether more or less is better. */
export type Row = {
  bench: string;
  row: string;
  value: number;
  unit: string;
  peer: string;
  /** Null when the peer is missing; `peer` then says so. */
  peerValue: number | null;
  ratio: number | null;
};

/** Units of which less is better. */
const lessIsBetter: readonly string[] = ['ms', 's', 'MB of memory', 'times'];

export function row(
  bench: string,
  name: string,
  value: number,
  unit: string,
  peer: string,
  peerValue: number | null,
): Row {
  const ratio = peerValue === null ? null : lessIsBetter.includes(unit) ? peerValue / value : value / peerValue;
  return { bench, row: name, value, unit, peer: peerValue === null ? `${peer}: missing` : peer, peerValue, ratio };
}

export function printJson(rows: readonly Row[]): string {
  return rows.map((each) => `${JSON.stringify(each)}\n`).join('');
}

export function printTable(rows: readonly Row[]): string {
  const head = ['what', 'Echoback', 'peer', 'its value', 'ratio'];
  const cells = rows.map((each) => [
    each.row,
    `${short(each.value)} ${each.unit}`,
    each.peer,
    each.peerValue === null ? '-' : `${short(each.peerValue)} ${each.unit}`,
    each.ratio === null ? '-' : `${short(each.ratio)}x`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)));
  const line = (words: readonly string[]) =>
    words
      .map((word, at) => word.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[head, widths.map((width) => '-'.repeat(width)), ...cells].map(line).join('\n')}\n`;
}

function short(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
