import './no-eval.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';
import { BrokenPage, MissingPage } from './broken-page.tsx';
import { speak } from './client.ts';
import { Loading } from './design-system/surface.tsx';
import './design-system/base.ts';
import { FacilityProvider } from './facility.tsx';
import { LanguageProvider, useText } from './locales/use-text.tsx';
import { wordsText } from './locales/words.ts';

const Portal = lazy(() => import('./portal/portal.tsx'));
const Recipient = lazy(() => import('./recipient/recipient.tsx'));
const Desk = lazy(() => import('./desk/desk.tsx'));
const Outbox = lazy(() => import('./demo/outbox.tsx'));

function Rooms() {
  const t = useText(wordsText);
  return (
    <FacilityProvider>
      <Suspense fallback={<Loading words={t('loading')} />}>
        <Outlet />
      </Suspense>
    </FacilityProvider>
  );
}

const router = createBrowserRouter([
  {
    element: <Rooms />,
    errorElement: <BrokenPage />,
    children: [
      { path: '/desk/*', element: <Desk /> },
      { path: '/link/:pathId', element: <Recipient /> },
      { path: '/demo/outbox', element: <Outbox /> },
      { path: '/*', element: <Portal /> },
      { path: '*', element: <MissingPage /> },
    ],
  },
]);

/**
 * A refusal is an answer, so it is not asked again. What leaves the screen leaves the memory too: the next person at this
 * phone, or the next session, never meets what the one before was shown.
 */
const queries = new QueryClient({
  defaultOptions: {
    // The server may stand in the same room: whether the browser sees the internet decides nothing.
    queries: { retry: false, staleTime: 2_000, gcTime: 0, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider onLanguage={speak}>
        <RouterProvider router={router} />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
