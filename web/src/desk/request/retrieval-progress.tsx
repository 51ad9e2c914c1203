import { ProgressBar } from '../../design-system/surface.tsx';
import { sizeWords } from '../../locales/amounts.ts';
import { deskFileText } from '../../locales/desk-file.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { failureWords, useFailureText } from '../failure-words.ts';
import type { Match } from '../request-file.ts';

/** What is being waited for and how far it is, in objects and bytes; what went aside or is missing is counted too. */
export function RetrievalProgress({ match }: { match: Match }) {
  const t = useText(deskFileText);
  const failures = useFailureText();
  const { language } = useLanguage();
  const { retrieval } = match;
  const { state, held, missing, quarantined, bytesReceived } = retrieval;
  const listed = retrieval.listed ?? 0;
  const size = sizeWords(bytesReceived, language);
  if (state === 'failed') {
    return (
      <div className="problem" role="alert">
        <p className="problem-title">{failureWords(failures, retrieval.failureCode ?? 'source-refused')}</p>
        <p>
          {listed > 0 ? t('failed-with-some', { held, listed }) : t('failed-with-none')} {t('failed-next')}
        </p>
      </div>
    );
  }
  if (state === 'waiting') return <p>{t('retrieval-waiting')}</p>;
  if (state === 'queued' || state === 'listing') return <p role="status">{t(`retrieval-${state}`)}</p>;
  const done = state === 'deriving' ? retrieval.derived : held + missing + quarantined;
  return (
    <div className="stack" aria-live="polite">
      {state !== 'done' && (
        <ProgressBar label={t(`retrieval-${state}`)} value={listed > 0 ? done / listed : 0} hideLabel />
      )}
      <p>
        {state === 'retrieving' && t('retrieval-so-far', { held, listed, size })}
        {state === 'deriving' && t('retrieval-pictures', { derived: retrieval.derived, held })}
        {state === 'done' && t('retrieval-finished', { held, listed, size })}
      </p>
      {quarantined > 0 && <p>{t('some-quarantined', { count: quarantined })}</p>}
      {missing > 0 && <p>{t('some-missing', { count: missing })}</p>}
    </div>
  );
}
