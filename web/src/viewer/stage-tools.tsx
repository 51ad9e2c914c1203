import { type RefObject, useEffect, useState } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from './icon.tsx';
import type { useLight } from './light.tsx';
import type { Measuring } from './use-measure.ts';
import type { useZoom } from './use-zoom.ts';

/** Which one this is, the way to its neighbours, and closer. The name is announced when it changes. */
export function StageTools({
  name,
  label,
  zoom,
  onMove,
  section,
  tools,
}: {
  name: string;
  label: string;
  zoom: ReturnType<typeof useZoom>;
  onMove: ((direction: 1 | -1) => void) | undefined;
  section: RefObject<HTMLElement | null>;
  /** Absent where nothing can be looked at. */
  tools: { light: ReturnType<typeof useLight>; measuring: Measuring } | undefined;
}) {
  const t = useText(viewerText);
  return (
    <div className="stage-tools">
      {onMove && (
        <button type="button" className="stage-button stage-button-words" onClick={() => onMove(-1)}>
          <span aria-hidden="true">‹</span> {t('previous')}
        </button>
      )}
      <p className="stage-name" aria-live="polite">
        <strong>{name}</strong>
        {label && <span className="stage-label">{label}</span>}
      </p>
      {onMove && (
        <button type="button" className="stage-button stage-button-words" onClick={() => onMove(1)}>
          {t('next')} <span aria-hidden="true">›</span>
        </button>
      )}
      <div className="stage-closer">
        <button
          type="button"
          className="stage-button"
          onClick={() => zoom.zoomBy(1 / 1.5)}
          disabled={zoom.view.scale <= 1}
          aria-label={t('zoom-out')}
        >
          <Icon name="zoom-out" />
        </button>
        <button
          type="button"
          className="stage-button stage-button-words"
          onClick={zoom.reset}
          disabled={zoom.view.scale <= 1}
          aria-label={`${t('whole-picture')}, ${t('zoom-level', { percent: Math.round(zoom.view.scale * 100) })}`}
        >
          {Math.round(zoom.view.scale * 100)} %
        </button>
        <button type="button" className="stage-button" onClick={() => zoom.zoomBy(1.5)} aria-label={t('zoom-in')}>
          <Icon name="zoom-in" />
        </button>
        {tools && (
          <>
            <ToolButton words={t('light')} on={tools.light.on} onClick={tools.light.toggle} />
            <ToolButton words={t('measure')} on={tools.measuring.on} onClick={tools.measuring.toggle} />
          </>
        )}
        <FullScreen section={section} />
      </div>
    </div>
  );
}

function ToolButton({ words, on, onClick }: { words: string; on: boolean; onClick: () => void }) {
  return (
    <button type="button" className="stage-button stage-button-words" aria-pressed={on} onClick={onClick}>
      {words}
    </button>
  );
}

/** Absent where the browser has none for sections (iPhone). */
function FullScreen({ section }: { section: RefObject<HTMLElement | null> }) {
  const t = useText(viewerText);
  const [full, setFull] = useState(false);
  useEffect(() => {
    const onChange = () => setFull(document.fullscreenElement === section.current && section.current !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [section]);
  if (!document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      className="stage-button"
      aria-label={t(full ? 'leave-full-screen' : 'full-screen')}
      onClick={() =>
        void (full ? document.exitFullscreen() : section.current?.requestFullscreen())?.catch(() => undefined)
      }
    >
      <Icon name={full ? 'leave-full-screen' : 'full-screen'} />
    </button>
  );
}
