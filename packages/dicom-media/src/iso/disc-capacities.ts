/** What fits on a blank disc, in bytes: its sectors by 2,048. A stick's size is its seller's: ask the caller. */
export const discCapacities = {
  /** 80 minutes: 360,000 sectors (ECMA-394). */
  'cd-r': 737_280_000,
  /** 2,298,496 sectors (ECMA-359). */
  'dvd-r': 4_707_319_808,
  /** 2,295,104 sectors (ECMA-349), the smallest of the single-layer DVDs: what an unknown blank surely holds. */
  'dvd+r': 4_700_372_992,
  /** 4,173,824 sectors (ECMA-364). */
  'dvd+r-dl': 8_547_991_552,
  /** 12,219,392 sectors (Blu-ray Disc Recordable, part 1). */
  'bd-r': 25_025_314_816,
} as const;

export type DiscKind = keyof typeof discCapacities;

/** The smallest disc that holds an image of this length; undefined when none does. */
export function smallestDiscFor(totalBytes: number): DiscKind | undefined {
  const bySize = Object.entries(discCapacities).sort(([, one], [, other]) => one - other);
  return bySize.find(([, capacity]) => totalBytes <= capacity)?.[0] as DiscKind | undefined;
}
