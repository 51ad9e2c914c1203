import type { OfflineViewerData } from '@echoback/server/contract';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../design-system/base.ts';
import { LanguageProvider } from '../locales/use-text.tsx';
import { OfflinePage } from './offline-page.tsx';

const root = document.getElementById('root');
const data = document.getElementById('echoback-data')?.textContent;
if (!root || !data) throw new Error('the page lacks its root or its data');
const release = JSON.parse(data) as OfflineViewerData;

createRoot(root).render(
  <StrictMode>
    <LanguageProvider first={release.language}>
      <OfflinePage data={release} />
    </LanguageProvider>
  </StrictMode>,
);
