/**
 * How one defined term of (0008,0005) is decoded (PS3.3 C.12.1.1.2). `label` is the WHATWG encoding; a `whole` set
 * decodes the text in one go and takes no other set beside it, the others may be switched by ISO 2022 escapes.
 */
export type CharacterSet = { label: string; whole: boolean };

const PART = { whole: false };

/** By ISO registration number. The two-byte sets (87, 159, 149, 58) are only reached by an escape. */
const BY_REGISTRATION = new Map<number, CharacterSet>([
  [6, { ...PART, label: 'ascii' }],
  [13, { ...PART, label: 'shift_jis' }],
  [14, { ...PART, label: 'shift_jis' }],
  [58, { ...PART, label: 'gbk' }],
  [87, { ...PART, label: 'ascii' }],
  [100, { ...PART, label: 'iso-8859-1' }],
  [101, { ...PART, label: 'iso-8859-2' }],
  [109, { ...PART, label: 'iso-8859-3' }],
  [110, { ...PART, label: 'iso-8859-4' }],
  [126, { ...PART, label: 'iso-8859-7' }],
  [127, { ...PART, label: 'iso-8859-6' }],
  [138, { ...PART, label: 'iso-8859-8' }],
  [144, { ...PART, label: 'iso-8859-5' }],
  [148, { ...PART, label: 'iso-8859-9' }],
  [149, { ...PART, label: 'euc-kr' }],
  [159, { ...PART, label: 'ascii' }],
  [166, { ...PART, label: 'windows-874' }],
  [192, { label: 'utf-8', whole: true }],
  [203, { ...PART, label: 'iso-8859-15' }],
]);

const GB18030: CharacterSet = { label: 'gb18030', whole: true };

/** The term as written, right or with the usual slips (`ISO-IR 100`, `iso_ir_100`, `UTF-8`); undefined when unknown. */
export function characterSet(term: string): CharacterSet | undefined {
  const plain = term
    .trim()
    .toUpperCase()
    .replaceAll(/[ _-]+/g, ' ');
  const registered = /^ISO ?(?:2022 ?)?IR ?(\d+)$/.exec(plain);
  if (registered) return BY_REGISTRATION.get(Number(registered[1]));
  if (plain === 'UTF 8' || plain === 'UTF8') return BY_REGISTRATION.get(192);
  if (plain === 'GB18030' || plain === 'GB 18030' || plain === 'GBK' || plain === 'GB2312') return GB18030;
  if (/^ISO ?8859 ?1$|^LATIN ?1$/.test(plain)) return BY_REGISTRATION.get(100);
  return undefined;
}

/** The terms as the standard spells them: several sets are always `ISO 2022 IR n`. What is unknown stays as it is. */
export function standardTerms(terms: readonly string[]): string[] {
  return terms.map((term) => {
    const number = /IR\D*(\d+)\s*$/i.exec(term)?.[1];
    if (characterSet(term)?.label === 'utf-8') return 'ISO_IR 192';
    if (number === undefined || !characterSet(term)) return term;
    return terms.length > 1 || /2022/.test(term) ? `ISO 2022 IR ${number}` : `ISO_IR ${number}`;
  });
}
