import { type ErrorCode, errors, type Problem } from '../contract/index.ts';
import { noteIn } from './field-words.ts';

export type Language = 'en' | 'es';

/** One field's note; `pointer` is a JSON pointer (RFC 6901) into what was sent. */
export type FieldNote = { pointer: string; message: string };

/** An RFC 9457 answer in the person's language; `instance` is the only thing that ties it to the log. */
export function problemOf(code: ErrorCode, language: Language, instance: string, fields?: FieldNote[]): Problem {
  const { status, say, next } = errors[code];
  return {
    type: `/problems/${code}`,
    title: say[language],
    status,
    detail: next[language],
    instance: `urn:uuid:${instance}`,
    code,
    ...(fields ? { fields: fields.map((note) => ({ ...note, message: noteIn(language, note.message) })) } : {}),
  };
}

/** What the page asked for by itself, else what the browser prefers, else English. */
export function languageOf(headers: { lang?: unknown; 'accept-language'?: string | undefined }): Language {
  if (headers.lang === 'es' || headers.lang === 'en') return headers.lang;
  const wishes = (headers['accept-language'] ?? '').slice(0, 500).split(',');
  const ranked = wishes
    .map((wish) => {
      const [tag = '', quality = ''] = wish.trim().split(';');
      return { tag: tag.trim().slice(0, 2).toLowerCase(), q: /^\s*q=([\d.]+)/.exec(quality)?.[1] ?? '1' };
    })
    .filter((wish) => wish.tag === 'en' || wish.tag === 'es')
    .sort((a, b) => Number(b.q) - Number(a.q));
  return ranked[0]?.tag === 'es' ? 'es' : 'en';
}

export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
