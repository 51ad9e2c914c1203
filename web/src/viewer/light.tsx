import { useState } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import './measure.css';

export type Light = { brightness: number; contrast: number };

/** As the picture was made. */
const asMade: Light = { brightness: 100, contrast: 100 };
const lowestPercent = 40;
const highestPercent = 300;

/** Brightness and contrast of what is shown, in percent. They stay from picture to picture; nothing saved is changed. */
export function useLight() {
  const [on, setOn] = useState(false);
  const [light, setLight] = useState(asMade);
  const changed = light.brightness !== asMade.brightness || light.contrast !== asMade.contrast;
  return {
    on,
    changed,
    light,
    toggle: () => setOn((now) => !now),
    set: (part: Partial<Light>) => setLight((now) => ({ ...now, ...part })),
    reset: () => setLight(asMade),
    filter: changed ? `brightness(${light.brightness}%) contrast(${light.contrast}%)` : 'none',
  };
}

export function LightPanel({ light }: { light: ReturnType<typeof useLight> }) {
  const t = useText(viewerText);
  return (
    <div className="stage-panel light-panel">
      {(['brightness', 'contrast'] as const).map((part) => {
        const value = light.light[part];
        const done = ((value - lowestPercent) / (highestPercent - lowestPercent)) * 100;
        return (
          <label key={part} className="light-slider">
            <span>{t(part)}</span>
            <input
              type="range"
              className="clip-slider"
              min={lowestPercent}
              max={highestPercent}
              step={5}
              value={value}
              style={{ '--done': `${done}%` } as React.CSSProperties}
              onChange={(event) => light.set({ [part]: Number(event.currentTarget.value) })}
            />
            <output>{value} %</output>
          </label>
        );
      })}
      <button type="button" className="stage-button stage-button-words" onClick={light.reset} disabled={!light.changed}>
        {t('light-as-made')}
      </button>
    </div>
  );
}
