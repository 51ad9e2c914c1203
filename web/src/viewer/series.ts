import type { StageItem } from './stage-item.ts';

export type Series = { key: string; number: number | null; name: string | null; items: StageItem[] };

/** Runs of things of one series, in the order they come: the order is the study's, and a series is never torn apart. */
export function seriesOf(items: readonly StageItem[]): Series[] {
  const series: Series[] = [];
  for (const one of items) {
    const { seriesNumber: number, seriesLabel: name } = one.item;
    const last = series.at(-1);
    if (last && last.number === number && last.name === name) last.items.push(one);
    else series.push({ key: one.key, number, name, items: [one] });
  }
  return series;
}
