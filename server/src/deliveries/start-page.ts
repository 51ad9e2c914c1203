import { totalObjects } from '@echoback/right-of-access/counts';
import type { OfflineExam, OfflineItem, OfflinePatient, OfflineViewerData } from '../contract/offline-viewer.ts';
import { escapeHtml, escapeJsonInHtml, packageAddress } from './escape-html.ts';
import { countsInWords, missingInWords, readmeWords } from './readme-words.ts';

const marker = /(<script type="application\/json" id="echoback-data">)[^<]*(<\/script>)/;

/** INDEX.HTM: the viewer's page with the release's data in its place, or the plain page where no viewer was built. */
export function startPage(data: OfflineViewerData, viewer: string | undefined): string {
  if (!viewer) return plainPage(data);
  if (!marker.test(viewer)) throw new Error('the built offline page has no place for the data');
  const json = escapeJsonInHtml(JSON.stringify(data));
  return viewer.replace(marker, (_, before: string, after: string) => `${before}${json}${after}`);
}

const words = {
  en: { title: 'Your pictures', born: 'born', doctors: 'For a doctor: the folder DICOM, listed by DICOMDIR.' },
  es: { title: 'Sus imágenes', born: 'nacimiento', doctors: 'Para un médico: la carpeta DICOM y su lista, DICOMDIR.' },
};

/** Everything to see, without script. */
function plainPage(data: OfflineViewerData): string {
  const say = words[data.language];
  const patients = data.patients.map((patient) => patientSection(patient, data.language)).join('\n');
  const from = [data.facility?.name, data.reference].flatMap((text) => (text ? [escapeHtml(text)] : []));
  return `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${say.title}</title>
<style>
body { margin: 2rem auto; max-width: 60rem; padding: 0 1rem; font: 1.05rem/1.5 system-ui, sans-serif; color: #13232a; background: #f7f5f0; }
img, video { max-width: 100%; background: #080b0d; display: block; } figure { margin: 0 0 2rem; }
</style>
</head>
<body>
<h1>${say.title}</h1>
<p>${from.join(' · ')}</p>
${data.part ? `<p>${escapeHtml(readmeWords(data.language).part(data.part))}</p>` : ''}
${patients}
<p>${say.doctors} ${data.readme ? link(data.readme, data.readme) : ''}</p>
</body>
</html>
`;
}

function patientSection({ name, birthDate, exams }: OfflinePatient, language: 'en' | 'es'): string {
  const who = [name, birthDate && `${words[language].born} ${birthDate}`].filter(Boolean).join(', ');
  return [`<p>${escapeHtml(who)}</p>`, ...exams.map((exam) => examSection(exam, language))].join('\n');
}

function examSection(exam: OfflineExam, language: 'en' | 'es'): string {
  const say = readmeWords(language);
  const missing = exam.counts.missing.map(
    (object) => `<li>${escapeHtml(`${say.missing}: ${missingInWords(object, say)}`)}</li>`,
  );
  const attached = exam.attachedReports.map(({ name, path }) => `<p>${link(path, name)}</p>`);
  return [
    `<h2>${escapeHtml(exam.studyDate ? `${exam.label}, ${exam.studyDate}` : exam.label)}</h2>`,
    `<p>${escapeHtml(countsInWords(exam.counts.given, say))}</p>`,
    ...(exam.counts.ofAll === undefined
      ? []
      : [`<p>${escapeHtml(say.asAsked(totalObjects(exam.counts.given), exam.counts.ofAll))}</p>`]),
    `<ul>${missing.join('')}</ul>`,
    ...exam.items.map(figure),
    ...attached,
  ].join('\n');
}

function figure(item: OfflineItem): string {
  const caption = `<figcaption>${escapeHtml(item.label)}</figcaption>`;
  if (item.clip) {
    const poster = item.poster ? ` poster="${packageAddress(item.poster)}"` : '';
    return `<figure><video controls loop preload="none" src="${packageAddress(item.clip)}"${poster}></video>${caption}</figure>`;
  }
  if (item.picture) {
    return `<figure><img loading="lazy" src="${packageAddress(item.picture)}" alt="${escapeHtml(item.label)}">${caption}</figure>`;
  }
  if (item.report) return `<p>${link(item.report, item.label)}</p>`;
  return `<p>${escapeHtml(item.label)}: ${escapeHtml(item.dicom)}</p>`;
}

function link(path: string, text: string): string {
  return `<a href="${packageAddress(path)}">${escapeHtml(text)}</a>`;
}
