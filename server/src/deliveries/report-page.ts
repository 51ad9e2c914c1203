import type { StructuredReport } from '@echoback/dicom-media';
import type { Language } from '../releases/exam-words.ts';
import { escapeHtml } from './escape-html.ts';
import { reportWords } from './report-words.ts';

const style = `
:root { color-scheme: light dark; --paper: #f7f5f0; --ink: #13232a; --ink-2: #4a5a61; --line: #dcd7cb; }
@media (prefers-color-scheme: dark) { :root { --paper: #0f1719; --ink: #e9eff0; --ink-2: #a7b6ba; --line: #2c3a3f; } }
@media print { :root { --paper: #fff; --ink: #000; --ink-2: #000; --line: #999; } body { margin: 0; font-size: 10pt; } }
html { background: var(--paper); color: var(--ink); }
body { margin: 2rem auto; max-width: 40rem; padding: 0 1.25rem; font: 1.05rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .25rem 0 1rem; } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3, h4, h5, h6 { font-size: 1rem; margin: 1.25rem 0 .25rem; } p { margin: .25rem 0; }
.quiet { color: var(--ink-2); }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; break-inside: avoid; }
th, td { padding: .4rem 0; border-bottom: 1px solid var(--line); font-weight: 400; text-align: left; vertical-align: baseline; }
caption { text-align: left; color: var(--ink-2); font-size: .85rem; padding-top: .5rem; }
thead th { color: var(--ink-2); font-size: .85rem; } td, th:last-child { text-align: right; padding-left: 1rem; }
`;

/** A structured report as a page of its own: text and tables, nothing that runs, nothing from outside (S7.11). */
export function reportPage(report: StructuredReport, language: Language, examLabel: string): string {
  const body = report.sections.map((section) => {
    const level = headingLevel(section.depth);
    return [
      // The first section of most reports repeats the title.
      ...(section.heading && section.heading !== report.title
        ? [`<h${level}>${escapeHtml(section.heading)}</h${level}>`]
        : []),
      ...section.paragraphs.map(paragraph),
      ...table(section.measurements, language),
    ].join('\n');
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(examLabel)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="quiet">${escapeHtml(examLabel)}</p>
<h1>${escapeHtml(report.title)}</h1>
<p class="quiet">${reportWords(language).note}</p>
${body.join('\n')}
</main>
</body>
</html>
`;
}

/** Nothing below the title skips a level, whatever depth the machine put it at. */
export function headingLevel(depth: number): number {
  return Math.min(6, Math.max(2, depth + 1));
}

function paragraph({ label, text }: { label: string | null; text: string }): string {
  return `<p>${label ? `<span class="quiet">${escapeHtml(label)}:</span> ` : ''}${escapeHtml(text)}</p>`;
}

function table(measurements: StructuredReport['sections'][number]['measurements'], language: Language): string[] {
  if (measurements.length === 0) return [];
  const words = reportWords(language);
  const head = [words.name, words.value].map((column) => `<th scope="col">${column}</th>`).join('');
  const rows = measurements.map(
    ({ name, value, unit }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml([value, unit].filter(Boolean).join('\u00a0'))}</td></tr>`,
  );
  return [
    `<table><caption>${words.measurements}</caption><thead><tr>${head}</tr></thead><tbody>`,
    ...rows,
    '</tbody></table>',
  ];
}
