/** Index of the last of sorted places that is not behind `at`, by halving. */
export function findPlace(places: Float64Array, at: number): number {
  let low = 0;
  let high = places.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((places[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
