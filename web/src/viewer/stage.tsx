import { type CSSProperties, useEffect, useRef, useState } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { ClipControls } from './clip-controls.tsx';
import { LightPanel, useLight } from './light.tsx';
import { MeasureOverlay } from './measure-overlay.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { StageClip } from './stage-clip.tsx';
import type { StageItem } from './stage-item.ts';
import { StageTools } from './stage-tools.tsx';
import { useClip } from './use-clip.ts';
import { useMeasure } from './use-measure.ts';
import { useStageKeys } from './use-stage-keys.ts';
import { useZoom } from './use-zoom.ts';
import './stage.css';

/** One picture or clip on true black, its controls under it. Nothing on this stage is brighter than the picture. */
export function Stage({ shown, onMove }: { shown: StageItem; onMove?: ((direction: 1 | -1) => void) | undefined }) {
  const t = useText(viewerText);
  const section = useRef<HTMLElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const { item } = shown;
  const playable = item.shown === 'ready';
  const isClip = item.kind === 'clip' && playable;
  const source = isClip ? shown.address('clip') : shown.address('picture');
  const zoom = useZoom(box, (direction) => onMove?.(direction));
  const clip = useClip(video, source, item);
  const { reset } = zoom;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another picture starts whole
  useEffect(reset, [shown.key]);
  const light = useLight();
  const measuring = useMeasure(box, shown, zoom.view);
  useStageKeys(section, { onMove, zoom, clip: isClip ? clip : undefined, measure: measuring.toggle });

  const name = t(item.kind === 'clip' ? 'clip-number' : 'picture-number', shown);
  const style = {
    transform: `translate(${zoom.view.x}px, ${zoom.view.y}px) scale(${zoom.view.scale})`,
    filter: light.filter,
  };
  return (
    <section className="stage" aria-label={t('stage')} ref={section}>
      <div className="stage-box" ref={box} data-zoomed={zoom.view.scale > 1} {...zoom.handlers}>
        {!playable && <NotPlayable />}
        {playable && isClip && (
          <StageClip key={source} shown={shown} video={video} name={name} style={style} onToggle={clip.toggle} />
        )}
        {playable && !isClip && <StagePicture key={source} source={source} shown={shown} name={name} style={style} />}
        {playable && measuring.on && measuring.line && measuring.laid && (
          <MeasureOverlay laid={measuring.laid} line={measuring.line} onDraw={measuring.draw} />
        )}
      </div>
      {playable && item.cutOff && <p className="stage-note">{t(isClip ? 'cut-off-clip' : 'cut-off-picture')}</p>}
      {isClip && <ClipControls clip={clip} timesAssumed={item.timesAssumed} />}
      {playable && measuring.on && <MeasurePanel calibration={item.calibration} shown={item} line={measuring.line} />}
      {playable && light.on && <LightPanel light={light} />}
      <StageTools
        name={name}
        label={item.seriesLabel ?? ''}
        zoom={zoom}
        onMove={onMove}
        section={section}
        tools={playable ? { light, measuring } : undefined}
      />
    </section>
  );
}

function StagePicture({
  source,
  shown,
  name,
  style,
}: {
  source: string;
  shown: StageItem;
  name: string;
  style: CSSProperties;
}) {
  const t = useText(viewerText);
  const [state, setState] = useState<'opening' | 'open' | 'failed'>('opening');
  const { item } = shown;
  return (
    <>
      {state !== 'failed' && (
        <img
          className="stage-picture"
          style={style}
          src={source}
          alt={[name, item.seriesLabel].filter(Boolean).join('. ')}
          width={item.width ?? undefined}
          height={item.height ?? undefined}
          fetchPriority="high"
          decoding="async"
          draggable={false}
          onLoad={() => setState('open')}
          onError={() => setState('failed')}
        />
      )}
      {state === 'opening' && (
        <p className="stage-words stage-words-late" role="status">
          {t('opening-picture')}
        </p>
      )}
      {state === 'failed' && (
        <p className="stage-words" role="alert">
          {t('picture-failed')}
        </p>
      )}
    </>
  );
}

function NotPlayable() {
  const t = useText(viewerText);
  return (
    <div className="stage-words">
      <p>
        <strong>{t('not-playable')}</strong>
      </p>
      <p>{t('not-playable-next')}</p>
    </div>
  );
}
