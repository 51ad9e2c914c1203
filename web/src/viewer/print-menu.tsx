import { type ReactNode, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from './icon.tsx';
import './print.css';
import { ReportPaper } from './report-paper.tsx';
import type { StageItem } from './stage-item.ts';

type Wanted = 'this' | 'all' | 'report';

/**
 * Paper from the viewer: one picture, six to a page, or the measurements, each page with whose and from when. The browser's
 * own "Print" gives the picture on show.
 */
export function PrintMenu({
  items,
  shown,
  heading,
}: {
  items: readonly StageItem[];
  shown: StageItem;
  /** Whose pictures and from when: stands on every page. */
  heading: string;
}) {
  const t = useText(viewerText);
  const [wanted, setWanted] = useState<Wanted>('this');
  const [opening, setOpening] = useState(false);
  const pictures = items.filter(
    ({ item }) => (item.kind === 'still' || item.kind === 'clip') && item.shown === 'ready',
  );
  const reports = items.filter(({ item }) => item.structuredReport);
  useEffect(() => {
    const after = () => setWanted('this');
    window.addEventListener('afterprint', after);
    return () => window.removeEventListener('afterprint', after);
  }, []);
  const print = async (what: Wanted) => {
    flushSync(() => {
      setWanted(what);
      setOpening(true);
    });
    // A picture that fails leaves its place empty; the others are printed.
    const images = [...document.querySelectorAll<HTMLImageElement>('.print-pages img')];
    await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
    setOpening(false);
    window.print();
  };
  const choice = (what: Wanted, words: string) => (
    <li>
      <button type="button" className="save-link print-choice" onClick={() => void print(what)}>
        <span className="save-name">{words}</span>
      </button>
    </li>
  );
  return (
    <details className="save-menu">
      <summary className="stage-button stage-button-words">
        <Icon name="print" /> {t('print')}
      </summary>
      <ul className="save-list">
        {choice('this', t('print-this'))}
        {pictures.length > 1 && choice('all', t('print-all', { count: pictures.length }))}
        {reports.length > 0 && choice('report', t('print-report'))}
      </ul>
      {opening && <p role="status">{t('print-opening')}</p>}
      {createPortal(
        <div className="print-pages" aria-hidden="true">
          {wanted === 'report' ? (
            <PrintPage heading={heading}>
              {reports.map(
                ({ key, item }) => item.structuredReport && <ReportPaper key={key} report={item.structuredReport} />,
              )}
            </PrintPage>
          ) : (
            pagesOf(wanted === 'all' ? pictures : [shown]).map((page) => (
              <PrintPage key={page[0]?.key} heading={heading}>
                <div className={wanted === 'all' ? 'print-six' : 'print-one'}>
                  {page.map((one) => (
                    <PrintedPicture key={one.key} shown={one} />
                  ))}
                </div>
              </PrintPage>
            ))
          )}
        </div>,
        document.body,
      )}
    </details>
  );
}

const picturesOnPage = 6;

function pagesOf(items: readonly StageItem[]): StageItem[][] {
  const pages: StageItem[][] = [];
  for (let at = 0; at < items.length; at += picturesOnPage) pages.push(items.slice(at, at + picturesOnPage));
  return pages;
}

function PrintPage({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <section className="print-page">
      <p className="print-heading">{heading}</p>
      {children}
    </section>
  );
}

/** A clip is printed as its poster. */
function PrintedPicture({ shown }: { shown: StageItem }) {
  const t = useText(viewerText);
  const isClip = shown.item.kind === 'clip';
  return (
    <figure className="print-figure">
      <img src={shown.address(isClip ? 'poster' : 'picture')} alt="" />
      <figcaption>
        {[t(isClip ? 'clip-number' : 'picture-number', shown), shown.item.seriesLabel].filter(Boolean).join(' · ')}
      </figcaption>
    </figure>
  );
}
