import { listQuarantine } from '@echoback/server/contract';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { sizeWords } from '../../locales/amounts.ts';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { failureWords, useFailureText } from '../failure-words.ts';

/** Files that were kept and not used, with the reason in words and, for the PACS's administrator, where it broke. */
export function Quarantine() {
  const t = useText(deskSetupText);
  const failures = useFailureText();
  const dates = useDates();
  const { language } = useLanguage();
  const list = useRead(listQuarantine, {});
  const rows = list.value?.rows ?? [];
  return (
    <section className="stack">
      <h2>{t('quarantine')}</h2>
      <p className="quiet">{t('quarantine-help')}</p>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading-quarantine')} />}
      {list.value && rows.length === 0 && <Empty title={t('quarantine-empty')} />}
      {rows.length > 0 && (
        <table className="plain-table quarantine">
          <thead>
            <tr>
              <th scope="col">{t('why')}</th>
              <th scope="col">{t('came-from')}</th>
              <th scope="col">{t('for-request')}</th>
              <th scope="col">{t('size')}</th>
              <th scope="col">{t('when')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {failureWords(failures, row.reason)}
                  <span className="small quiet mono quarantine-detail">{row.detail}</span>
                </td>
                <td>{row.imageSourceName ?? '–'}</td>
                <td className="mono">{row.reference ?? '–'}</td>
                <td>{sizeWords(row.sizeBytes, language)}</td>
                <td>{dates.dayAndTime(row.quarantinedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
