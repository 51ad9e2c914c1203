import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from './icon.tsx';
import './save.css';
import { type FileName, groupOf, type StageItem } from './stage-item.ts';

const words = {
  picture: ['save-jpeg', 'save-jpeg-for'],
  png: ['save-png', 'save-png-for'],
  clip: ['save-mp4', 'save-mp4-for'],
  dicom: ['save-dicom', 'save-dicom-for'],
  'report-pdf': ['save-pdf', 'save-pdf-for'],
} as const satisfies Partial<Record<FileName, readonly [string, string]>>;

/** Only where the server's answer names no file. */
const endings = { picture: 'jpg', png: 'png', clip: 'mp4', dicom: 'dcm', 'report-pdf': 'pdf' } as const;

/** The ways to keep this one, each with what it is for. Opens in place: a list of links that every device knows. */
export function SaveMenu({ shown }: { shown: StageItem }) {
  const t = useText(viewerText);
  const files = shown.saves.filter((file): file is keyof typeof words => file in words);
  if (files.length === 0) return null;
  return (
    <details className="save-menu" key={shown.key}>
      <summary className="stage-button stage-button-words">
        <Icon name="save" /> {t('save-this')}
      </summary>
      <ul className="save-list">
        {files.map((file) => (
          <li key={file}>
            <a
              className="save-link"
              href={shown.address(file)}
              download={`${groupOf(shown.item.kind)}-${shown.number}.${endings[file]}`}
            >
              <span className="save-name">{t(words[file][0])}</span>
              <span className="save-for">{t(words[file][1])}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
