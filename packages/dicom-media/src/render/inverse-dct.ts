/** cos((2x + 1) u pi / 16), scaled so that two passes give the transform of ITU-T T.81 A.3.3; by u, then x. */
const BASIS = Float64Array.from({ length: 64 }, (_, at) => {
  const [u, x] = [at >> 3, at & 7];
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) / (u === 0 ? Math.SQRT2 : 1) / 2;
});

const columns = new Float64Array(64);

/** 64 dequantised coefficients, row by row, to 64 samples around zero, not rounded. */
export function inverseDct(coefficients: Float64Array, samples: Float64Array): void {
  for (let column = 0; column < 8; column++) {
    for (let y = 0; y < 8; y++) {
      let sum = 0;
      for (let v = 0; v < 8; v++) sum += (coefficients[v * 8 + column] as number) * (BASIS[v * 8 + y] as number);
      columns[y * 8 + column] = sum;
    }
  }
  for (let row = 0; row < 64; row += 8) {
    for (let x = 0; x < 8; x++) {
      let sum = 0;
      for (let u = 0; u < 8; u++) sum += (columns[row + u] as number) * (BASIS[u * 8 + x] as number);
      samples[row + x] = sum;
    }
  }
}

/** Place in an 8 x 8 block of the coefficients as they come in a scan (T.81 figure 5). */
export const ZIGZAG = Uint8Array.of(
  ...[0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5],
  ...[12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28],
  ...[35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51],
  ...[58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63],
);
