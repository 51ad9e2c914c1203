const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The one encoder for text that goes into HTML which we write (S4.4): element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** JSON inside a script element: `<` could end it, the two separators are line ends in older script. */
export function escapeJsonInHtml(json: string): string {
  return json
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** A path of the package as a relative address. */
export function packageAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
