import type { StructuredReport } from '@echoback/dicom-media';
import type { Language } from '../releases/exam-words.ts';
import { escapeHtml } from './escape-html.ts';

/** A structured report as a page of its own: text and tables, nothing that runs, nothing from outside (S7.11). */
export function reportPage(report: StructuredReport, language: Language, examLabel: string): string {
  const body = report.sections.map((section) => {
    const level = Math.min(6, section.depth + 2);
    return [
      `<h${level}>${escapeHtml(section.heading)}</h${level}>`,
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
<title>${escapeHtml(examLabel)}</title>
<style>
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif; color: #13232a; background: #f7f5f0; }
table { border-collapse: collapse; } th, td { text-align: left; padding: .25rem 1.5rem .25rem 0; border-bottom: 1px solid #dcd7cb; }
</style>
</head>
<body>
<p>${escapeHtml(examLabel)}</p>
<h1>${escapeHtml(report.title)}</h1>
${body.join('\n')}
</body>
</html>
`;
}

function paragraph({ label, text }: { label: string | null; text: string }): string {
  return `<p>${label ? `<strong>${escapeHtml(label)}</strong> ` : ''}${escapeHtml(text)}</p>`;
}

const columns = { en: ['What', 'Value', 'Unit'], es: ['Qué', 'Valor', 'Unidad'] };

function table(measurements: StructuredReport['sections'][number]['measurements'], language: Language): string[] {
  if (measurements.length === 0) return [];
  const head = columns[language].map((column) => `<th scope="col">${column}</th>`).join('');
  const rows = measurements.map(
    ({ name, value, unit }) =>
      `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td><td>${escapeHtml(unit)}</td></tr>`,
  );
  return [`<table><thead><tr>${head}</tr></thead><tbody>`, ...rows, '</tbody></table>'];
}
