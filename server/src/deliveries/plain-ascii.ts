const readable: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '×': 'x',
  '·': '-',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  æ: 'ae',
  Æ: 'AE',
  '¿': '',
  '¡': '',
  '\u00a0': ' ',
};

/** Text that the oldest viewer of a README shows: printable ASCII. Letters lose their accents; the rest becomes `?`. */
export function plainAscii(text: string): string {
  return [...text]
    .map((letter) => readable[letter] ?? letter)
    .join('')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^\x20-\x7e\n]/g, '?');
}

const lineWidth = 76;

/** Breaks at spaces; further lines are indented like the first one plus `hanging`. */
export function wrap(text: string, indent = '', hanging = ''): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (!empty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = indent + hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return empty ? lines : [...lines, line];
}
