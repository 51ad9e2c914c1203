import type { App } from '../app.ts';

/** Letters that cannot be mistaken for one another; 20 of 31 make 99 bits. */
const letters = 'abcdefghijkmnpqrstuvwxyz2345678';

export function drawPassword(app: Pick<App, 'random'>): string {
  const drawn: string[] = [];
  while (drawn.length < 20) {
    const [byte = 255] = app.random(1);
    // 248 is the largest multiple of 31 in a byte: what lies above would favour the first letters.
    if (byte < 248) drawn.push(letters[byte % 31] ?? '');
  }
  return [0, 5, 10, 15].map((at) => drawn.slice(at, at + 5).join('')).join('-');
}
