/** A logical sector of ECMA-119 6.1.2 and a logical block of our UDF partition: every extent starts on one. */
export const sectorBytes = 2048;

export function sectorsOf(bytes: number): number {
  return Math.ceil(bytes / sectorBytes);
}
