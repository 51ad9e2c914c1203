import { Button } from './design-system/button.tsx';
import { Link } from './design-system/link.tsx';
import { useText } from './locales/use-text.tsx';
import { wordsText } from './locales/words.ts';

/** A bug of ours, or a chunk that a newer version of the server no longer has. */
export function BrokenPage() {
  const t = useText(wordsText);
  return (
    <main className="page">
      <h1>{t('page-broke')}</h1>
      <p>{t('page-broke-next')}</p>
      <Button onClick={() => window.location.reload()}>{t('load-again')}</Button>
    </main>
  );
}

export function MissingPage() {
  const t = useText(wordsText);
  return (
    <main className="page">
      <h1>{t('page-missing')}</h1>
      <p>{t('page-missing-next')}</p>
      <Link to="/">{t('first-page')}</Link>
    </main>
  );
}
