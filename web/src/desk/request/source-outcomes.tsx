import { LinkButton } from '../../design-system/link.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { failureWords, useFailureText } from '../failure-words.ts';
import type { Search } from '../request-file.ts';

/** Every source that was asked, by name; one that failed says why, and can be asked again. */
export function SourceOutcomes({ search, onAgain }: { search: Search; onAgain: () => void }) {
  const t = useText(deskFileText);
  const failures = useFailureText();
  const failed = search.sources.filter(({ state }) => state === 'failed');
  const answered = search.sources.filter(({ state }) => state === 'answered');
  return (
    <div className="sources">
      {answered.length > 0 && (
        <p className="small quiet">
          {answered
            .map((source) => t('source-answered', { source: source.imageSourceName, count: source.candidates }))
            .join(' · ')}
        </p>
      )}
      {failed.map((source) => (
        <div key={source.imageSourceId} className="problem" role="alert">
          <p className="problem-title">{t('source-failed', { source: source.imageSourceName })}</p>
          <p>
            {failureWords(failures, source.failureCode ?? 'source-refused')} {t('source-failed-next')}
          </p>
          <p className="problem-action">
            <LinkButton onClick={onAgain}>{t('ask-sources-again')}</LinkButton>
          </p>
        </div>
      ))}
    </div>
  );
}
