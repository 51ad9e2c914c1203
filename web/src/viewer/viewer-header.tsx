import type { ReactNode } from 'react';
import { Mark } from '../design-system/mark.tsx';
import { DemoBanner, LanguageSwitch, PageTitle, SkipLink, usePageTitle } from '../frame.tsx';
import './viewer.css';

/** Whose pictures and from when, always on screen; the browser's own title stays without names. */
export function ViewerHeader({
  pageTitle,
  title,
  line,
  children,
}: {
  pageTitle: string;
  title: string;
  line: string;
  children: ReactNode;
}) {
  usePageTitle(pageTitle);
  return (
    <>
      <SkipLink />
      <DemoBanner />
      <header className="viewer-header">
        <div className="viewer-title">
          <Mark />
          <div>
            <PageTitle>{title}</PageTitle>
            <p>{line}</p>
          </div>
        </div>
        <div className="viewer-links">
          <LanguageSwitch />
          {children}
        </div>
      </header>
    </>
  );
}
