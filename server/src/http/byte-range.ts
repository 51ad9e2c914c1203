export type RangeWish =
  | { kind: 'whole' }
  | { kind: 'part'; start: number /** exclusive */; end: number }
  | { kind: 'unsatisfiable' };

/**
 * RFC 9110 section 14: one range of bytes. Several ranges, another unit or a malformed header mean the whole file,
 * which a server may always answer with.
 */
export function readRange(header: string | undefined, sizeBytes: number): RangeWish {
  const match = /^bytes=\s*(\d{0,15})-(\d{0,15})\s*$/i.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return { kind: 'whole' };
  const [, first = '', last = ''] = match;
  if (first === '') {
    const suffix = Number(last);
    if (suffix === 0 || sizeBytes === 0) return { kind: 'unsatisfiable' };
    return { kind: 'part', start: Math.max(0, sizeBytes - suffix), end: sizeBytes };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return { kind: 'whole' };
  if (start >= sizeBytes) return { kind: 'unsatisfiable' };
  const end = last === '' ? sizeBytes : Math.min(sizeBytes, Number(last) + 1);
  return { kind: 'part', start, end };
}

/** Weak comparison (RFC 9110 section 13.1.2): `W/` makes no difference. */
export function matchesAny(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

/** `If-Range` compares strongly and, with a date, can not be sure: then the whole file goes (RFC 9110 section 13.1.5). */
export function rangeStillHolds(ifRange: string | undefined, etag: string): boolean {
  return ifRange === undefined || ifRange.trim() === etag;
}
