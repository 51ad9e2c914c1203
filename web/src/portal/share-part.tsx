import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';

export type Box = { left: number; top: number; right: number; bottom: number };
type Size = { width: number; height: number };

const sides = ['left', 'top', 'right', 'bottom'] as const;

/** A held key moves a side many times; a copy is made when it rests. */
const restMs = 600;

/** The part of a picture that stays: dragged with a finger or mouse, or moved side by side with the keyboard. */
export function SharePart({
  size,
  original,
  box,
  onBox,
}: {
  size: Size;
  original: string;
  box: Box;
  onBox: (box: Box) => void;
}) {
  const t = useText(shareText);
  const [moving, setMoving] = useState<Box>();
  const [from, setFrom] = useState<{ x: number; y: number }>();
  const seen = moving ?? box;
  const place = (event: PointerEvent) => {
    const area = event.currentTarget.getBoundingClientRect();
    const within = (at: number, most: number) => Math.max(0, Math.min(most - 1, Math.round(at * most)));
    return {
      x: within((event.clientX - area.left) / area.width, size.width),
      y: within((event.clientY - area.top) / area.height, size.height),
    };
  };
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(resting.current), []);
  const done = () => {
    clearTimeout(resting.current);
    setFrom(undefined);
    setMoving(undefined);
    if (moving && moving.right > moving.left && moving.bottom > moving.top) onBox(moving);
  };
  const doneAtRest = () => {
    clearTimeout(resting.current);
    resting.current = setTimeout(done, restMs);
  };
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  return (
    <>
      <p>{t('draw-how')}</p>
      <div
        className="share-drawing"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setFrom(place(event));
        }}
        onPointerMove={(event) => {
          if (!from) return;
          const to = place(event);
          setMoving({
            left: Math.min(from.x, to.x),
            top: Math.min(from.y, to.y),
            right: Math.max(from.x, to.x),
            bottom: Math.max(from.y, to.y),
          });
        }}
        onPointerUp={done}
        onPointerCancel={done}
      >
        <img src={original} alt="" draggable={false} />
        <span
          className="share-box"
          style={{
            left: percent(seen.left, size.width),
            top: percent(seen.top, size.height),
            width: percent(seen.right - seen.left + 1, size.width),
            height: percent(seen.bottom - seen.top + 1, size.height),
          }}
        />
      </div>
      <div className="share-sides">
        {sides.map((side) => (
          <label key={side}>
            {t(side)}
            <input
              type="range"
              min={0}
              max={(side === 'left' || side === 'right' ? size.width : size.height) - 1}
              step={4}
              value={seen[side]}
              onChange={(event) => setMoving({ ...seen, [side]: Number(event.currentTarget.value) })}
              onKeyUp={doneAtRest}
              onKeyDown={() => clearTimeout(resting.current)}
              onPointerUp={done}
              onBlur={done}
            />
          </label>
        ))}
      </div>
    </>
  );
}
