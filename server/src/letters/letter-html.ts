import { type Letter, type LetterBlock, type LetterPart, longDate } from '@echoback/right-of-access';
import { escapeHtml } from '../deliveries/escape-html.ts';
import { letterWords } from './letter-words.ts';
import { isLineToWriteOn, readableText } from './readable-text.ts';

/** A letter as one accessible page, without script and without anything to load. All text is escaped. */
export function letterHtml(letter: Letter): string {
  const { facility, addressee, language, beside } = letter;
  const words = letterWords[language];
  const title = `${letter.title} (${letter.reference})`;
  return `<!doctype html>
<html lang="${words.tag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(title)}</title>
<style>${letterStyle}</style>
</head>
<body>
<header>
<p class="facility">${html(facility.name)}</p>
<p>${lines([facility.officeName, ...facility.address, facility.phone, facility.email])}</p>
<p>${lines([addressee.name, ...(addressee.address ?? [])])}</p>
<p>${lines([longDate(letter.sentOn, language), `${words.reference}: ${letter.reference}`])}</p>
${beside ? `<p lang="${letterWords[beside.language].tag}"><a href="#${beside.language}">${letterWords[beside.language].alsoHere}</a></p>\n` : ''}</header>
<main>
${partHtml(letter)}
${beside ? partHtml(beside) : ''}</main>
</body>
</html>
`;
}

/** Fixed, so that a page that shows a letter before it is sent can allow this style by its hash and no other. */
export const letterStyle =
  'body{max-width:42rem;margin:2rem auto;padding:0 1.25rem;color:#13232a;background:#fff;font:1.0625rem/1.55 system-ui,sans-serif}' +
  'header{color:#4a5a61}.facility{color:#0b6770;font-weight:700;font-size:1.25rem}article+article{border-top:2px solid #8a8f8e;margin-top:3rem;padding-top:1rem}a{color:#0b6770}h1{font-size:1.875rem}h2{font-size:1.25rem}thead th{font-size:.9375rem}' +
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.25rem;background:#f7f5f0;padding:1rem;border-radius:10px}' +
  'dt{color:#4a5a61}dd{margin:0;font-weight:600}.write{padding-top:1rem}table{width:100%;border-collapse:collapse}caption{text-align:left;color:#4a5a61}' +
  '@media(max-width:36rem){dl{display:block}dd{margin-bottom:.75rem}tbody th,td{overflow-wrap:anywhere;hyphens:auto}thead th{font-size:.8125rem}}@media(max-width:22rem){thead th{overflow-wrap:anywhere}}body{overflow-wrap:break-word}' +
  'th,td{text-align:left;padding:.375rem .5rem .375rem 0;border-bottom:1px solid #dcd7cb}tbody th{font-weight:400}.number{white-space:nowrap;overflow-wrap:normal}';

function partHtml({ language, title, blocks }: LetterPart): string {
  return `<article id="${language}" lang="${letterWords[language].tag}">
<h1>${html(title)}</h1>
${blocks.map(blockHtml).join('\n')}
</article>`;
}

function blockHtml(block: LetterBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${html(block.text)}</h2>`;
    case 'paragraph':
      return `<p>${html(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
    case 'facts': {
      const rows = block.rows.map(
        (row) =>
          `<dt>${html(row.label)}</dt><dd${isLineToWriteOn(row.value) ? ' class="write"' : ''}>${html(row.value)}</dd>`,
      );
      return `<section aria-label="${html(block.caption)}"><dl>${rows.join('')}</dl></section>`;
    }
    case 'table':
      return tableHtml(block);
  }
}

function tableHtml({ caption, columns, rows }: Extract<LetterBlock, { kind: 'table' }>): string {
  const head = columns.map((column) => `<th scope="col">${html(column)}</th>`).join('');
  const body = rows.map(([first = '', ...rest]) => {
    const cells = rest.map((cell) => `<td${isNumber(cell) ? ' class="number"' : ''}>${html(cell)}</td>`).join('');
    return `<tr><th scope="row">${html(first)}</th>${cells}</tr>`;
  });
  return `<table><caption>${html(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body.join('')}</tbody></table>`;
}

/** An amount or a count is never torn in two. */
function isNumber(text: string): boolean {
  return /^[$\d.,]+$/.test(text);
}

function lines(all: readonly string[]): string {
  return all.map(html).join('<br>');
}

function html(text: string): string {
  return escapeHtml(readableText(text));
}
