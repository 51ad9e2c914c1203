import type { OfflineViewerData } from '@echoback/server/contract';
import { dateWords } from '../locales/dates.ts';
import { offlineText } from '../locales/offline.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { besidePage } from './as-release.ts';
import { PartNote } from './part-note.tsx';

/** What a doctor imports, who made the copy, and what this page does and does not do. */
export function OfflineFoot({ data, onPaper }: { data: OfflineViewerData; onPaper: boolean }) {
  const t = useText(offlineText);
  const viewer = useText(viewerText);
  const { language } = useLanguage();
  const { plainDay } = dateWords(language, 'UTC', data.createdOn);
  const { facility, reference, readme, product } = data;
  const contact = [facility?.officeName, facility?.phone].filter(Boolean).join(', ');
  const day = plainDay(data.createdOn);
  return (
    <footer className={onPaper ? 'offline-foot is-paper' : 'offline-foot'}>
      {!onPaper && <p className="offline-keys">{viewer('keys')}</p>}
      <PartNote part={data.part} />
      <p>{t('for-a-doctor', { count: data.dicom.files, folder: data.dicom.folder })}</p>
      <p>{t('private')}</p>
      <p>
        {facility ? t('made-by', { facility: facility.name, day }) : t('made-on', { day })}
        {contact && ` ${contact}.`}
        {reference && (
          <>
            {' '}
            {t('reference')} <span className="mono">{reference}</span>
          </>
        )}
      </p>
      <p>
        {readme && (
          <>
            <a href={besidePage(readme)}>{readme}</a> ·{' '}
          </>
        )}
        {product.name} {product.version}
      </p>
    </footer>
  );
}
