import { useEffect, useRef } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';

/** A report in the browser's own PDF viewer, in the place of the picture. */
export function PdfOnStage({ address, onBack }: { address: string; onBack: (() => void) | undefined }) {
  const t = useText(viewerText);
  const region = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another report is announced again
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: 'start' });
  }, [address]);
  return (
    <section className="viewer-stage" aria-label={t('report')} ref={region} tabIndex={-1}>
      <div className="pdf-bar">
        {onBack && (
          <button type="button" className="stage-button stage-button-words" onClick={onBack}>
            <span aria-hidden="true">‹</span> {t('back-to-pictures')}
          </button>
        )}
        <a className="stage-button stage-button-words" href={address} target="_blank" rel="noopener">
          {t('open-in-tab')}
        </a>
      </div>
      <iframe className="pdf-page" src={address} title={t('report')} />
    </section>
  );
}
