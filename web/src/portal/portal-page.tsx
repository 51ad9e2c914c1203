import type { ReactNode } from 'react';
import { Page } from '../frame.tsx';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import './portal.css';

export function PortalPage({ title, children }: { title: string; children: ReactNode }) {
  const t = useText(portalText);
  return (
    <Page title={title} subtitle={t('subtitle')}>
      {children}
    </Page>
  );
}
