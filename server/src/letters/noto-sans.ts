import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readableText } from './readable-text.ts';
import { unwrapWoff } from './woff-font.ts';

export type Weight = 400 | 600 | 700;

/** A stretch of text that one font file of the family can draw. */
export type FontRun = { readonly script: string; readonly text: string };

/** Stands for a sign that no file of the family has (Chinese, Arabic …). */
const replacement = '\ufffd';
const firstScript = 'latin';

const packaged = createRequire(import.meta.url);
const cache = new Map<string, Buffer>();
let ranges: ReadonlyMap<string, readonly (readonly [number, number])[]> | undefined;

/** Noto Sans comes as one file a script; a name like Nguyễn needs two of them. */
export function fontRuns(text: string): FontRun[] {
  const runs: { script: string; text: string }[] = [];
  for (const sign of readableText(text)) {
    const last = runs.at(-1);
    const script = last && covers(last.script, sign) && last.script === firstScript ? firstScript : scriptOf(sign);
    const drawn = script === undefined ? replacement : sign;
    const wanted = script ?? firstScript;
    if (last?.script === wanted) last.text += drawn;
    else runs.push({ script: wanted, text: drawn });
  }
  return runs;
}

/** The TrueType bytes of one file of the family, unwrapped once in the life of the process. */
export function fontBytes(script: string, weight: Weight): Buffer {
  const name = `noto-sans-${script}-${weight}-normal.woff`;
  const cached = cache.get(name);
  if (cached) return cached;
  const font = unwrapWoff(readFileSync(packaged.resolve(`@fontsource/noto-sans/files/${name}`)));
  cache.set(name, font);
  return font;
}

function scriptOf(sign: string): string | undefined {
  if (covers(firstScript, sign)) return firstScript;
  return [...scriptRanges().keys()].find((script) => covers(script, sign));
}

function covers(script: string, sign: string): boolean {
  const point = sign.codePointAt(0) as number;
  return (
    scriptRanges()
      .get(script)
      ?.some(([first, last]) => point >= first && point <= last) ?? false
  );
}

/** Which code points each file has, as the package itself lists them: `U+0100-02BA,U+0304`. */
function scriptRanges() {
  if (ranges) return ranges;
  const listed: Record<string, string> = JSON.parse(
    readFileSync(packaged.resolve('@fontsource/noto-sans/unicode.json'), 'utf8'),
  );
  ranges = new Map(Object.entries(listed).map(([script, list]) => [script, list.split(',').map(parseRange)]));
  return ranges;
}

function parseRange(range: string): readonly [number, number] {
  const [first = '', last = first] = range.slice(2).split('-');
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}
