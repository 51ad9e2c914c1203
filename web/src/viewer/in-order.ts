/** Things that have no name of their own and never change places: their place is their key in a list. */
export function inOrder<T>(list: readonly T[]): { place: number; one: T }[] {
  return list.map((one, place) => ({ place, one }));
}
