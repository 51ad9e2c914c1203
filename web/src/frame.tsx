import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { Link, LinkButton } from './design-system/link.tsx';
import { Mark } from './design-system/mark.tsx';
import { useFacility } from './facility.tsx';
import { useLanguage, useText } from './locales/use-text.tsx';
import { wordsText } from './locales/words.ts';
import './frame.css';

/** The paper pages: who this is, the other language, one column. Titles never carry a name: they end up in histories. */
export function Page({ title, subtitle, children }: { title: string; subtitle: string; children: ReactNode }) {
  const facility = useFacility();
  usePageTitle(title);
  return (
    <>
      <SkipLink />
      <DemoBanner />
      <header className="page-header">
        <Link to="/">
          <span className="page-brand">
            <Mark />
            <span>
              <span className="page-facility">{facility.name}</span>
              <span className="page-subtitle">{subtitle}</span>
            </span>
          </span>
        </Link>
        <LanguageSwitch />
      </header>
      <main className="page" id="content" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

/** The heading takes the focus when a page or question opens, so that it is read first and the keyboard starts there. */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  useEffect(() => {
    window.scrollTo(0, 0);
    // The very first page leaves the focus where the browser put it.
    if (key !== 'default') heading.current?.focus({ preventScroll: true });
  }, [key]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}

export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  const other = language === 'en' ? 'es' : 'en';
  return (
    <LinkButton onClick={() => choose(other)} lang={other}>
      {other === 'es' ? 'Español' : 'English'}
    </LinkButton>
  );
}

export function DemoBanner() {
  const facility = useFacility();
  const t = useText(wordsText);
  if (!facility.demo) return null;
  return (
    <aside className="demo-banner" aria-label={t('demo')}>
      {t('demo-banner')} <Link to="/demo/outbox">{t('demo-outbox')}</Link>
    </aside>
  );
}

export function SkipLink() {
  const t = useText(wordsText);
  return (
    <a className="skip-link" href="#content">
      {t('skip-to-content')}
    </a>
  );
}

export function usePageTitle(title: string) {
  const facility = useFacility();
  useEffect(() => {
    document.title = `${title} · ${facility.name}`;
  }, [title, facility.name]);
}
