import { clockWords } from '../locales/amounts.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from './icon.tsx';
import type { Clip } from './use-clip.ts';

const rates = [
  { rate: 1, key: 'speed-normal', short: '1×' },
  { rate: 0.5, key: 'speed-half', short: '½×' },
  { rate: 0.25, key: 'speed-quarter', short: '¼×' },
  { rate: 2, key: 'speed-double', short: '2×' },
] as const;

/** Play, place, one frame, speed, repeat. The slider is the browser's own, so that keys and screen readers work. */
export function ClipControls({ clip, timesAssumed }: { clip: Clip; timesAssumed: boolean }) {
  const t = useText(viewerText);
  const { language } = useLanguage();
  const position = clockWords(clip.positionMs, clip.durationMs, language);
  const duration = clockWords(clip.durationMs, clip.durationMs, language);
  const rate = rates.find((known) => known.rate === clip.rate) ?? rates[0];
  const nextRate = rates[(rates.indexOf(rate) + 1) % rates.length] ?? rates[0];
  const perSecond = clip.durationMs > 0 ? Math.round((clip.frames * 10_000) / clip.durationMs) / 10 : 0;
  const rateWords = t(timesAssumed ? 'per-second-assumed' : 'per-second', { count: perSecond });
  const done = clip.durationMs > 0 ? (clip.positionMs / clip.durationMs) * 100 : 0;
  return (
    <div className="clip-controls">
      <button
        type="button"
        className="stage-button"
        onClick={clip.toggle}
        aria-label={t(clip.playing ? 'pause' : 'play')}
      >
        <Icon name={clip.playing ? 'pause' : 'play'} />
      </button>
      <input
        type="range"
        className="clip-slider"
        min={0}
        max={Math.max(1, Math.round(clip.durationMs))}
        step={Math.max(1, Math.round(clip.durationMs / Math.max(1, clip.frames)))}
        value={Math.round(clip.positionMs)}
        onChange={(event) => clip.seek(Number(event.currentTarget.value))}
        style={{ '--done': `${done}%` } as React.CSSProperties}
        aria-label={t('position')}
        aria-valuetext={t('position-words', { position, duration, frame: clip.frame + 1, frames: clip.frames })}
      />
      <span className="clip-time">
        {position} / {duration}
        {perSecond > 0 && <span className="clip-rate"> · {rateWords}</span>}
      </span>
      <div className="clip-fine">
        <button type="button" className="stage-button" onClick={() => clip.step(-1)} aria-label={t('frame-back')}>
          <Icon name="frame-back" />
        </button>
        <span className="clip-frame" aria-hidden="true">
          <span className="clip-frame-word">{t('frame-short')} </span>
          {clip.frame + 1} / {clip.frames}
        </span>
        <button type="button" className="stage-button" onClick={() => clip.step(1)} aria-label={t('frame-on')}>
          <Icon name="frame-on" />
        </button>
        <button
          type="button"
          className="stage-button stage-button-words"
          onClick={() => clip.setRate(nextRate.rate)}
          aria-label={`${rate.short} ${t('speed')}: ${t(rate.key)}, ${rateWords}`}
        >
          {rate.short} {t('speed')}
        </button>
        <button
          type="button"
          className="stage-button stage-button-words"
          onClick={() => clip.setLoop(!clip.loop)}
          aria-pressed={clip.loop}
        >
          <Icon name="repeat" /> {t('repeat')}
        </button>
      </div>
    </div>
  );
}
