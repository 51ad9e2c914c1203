import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { held, inPicture, type Laid, type Line, onStage, type Place } from './stage-places.ts';
import './measure.css';

type End = keyof Line;
const steps: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const manyPixels = 10;

/** The line with its two ends. Each end is dragged or moved by arrow keys; dragging elsewhere draws another line. */
export function MeasureOverlay({ laid, line, onDraw }: { laid: Laid; line: Line; onDraw: (line: Line) => void }) {
  const t = useText(viewerText);
  const layer = useRef<HTMLFieldSetElement>(null);
  const dragged = useRef<{ end: End; line: Line } | undefined>(undefined);
  const placeOf = (event: PointerEvent): Place => {
    const { left = 0, top = 0 } = layer.current?.getBoundingClientRect() ?? {};
    return inPicture(laid, { x: event.clientX - left, y: event.clientY - top });
  };
  const take = (event: PointerEvent, end?: End) => {
    event.stopPropagation();
    if (!event.isPrimary || event.button !== 0) return;
    layer.current?.setPointerCapture(event.pointerId);
    const place = placeOf(event);
    dragged.current = end ? { end, line } : { end: 'to', line: { from: place, to: place } };
  };
  const move = (event: PointerEvent) => {
    event.stopPropagation();
    if (!dragged.current || !event.isPrimary) return;
    const next = { ...dragged.current.line, [dragged.current.end]: placeOf(event) };
    dragged.current.line = next;
    onDraw(next);
  };
  const leave = (event: PointerEvent) => {
    event.stopPropagation();
    dragged.current = undefined;
  };
  const nudge = (event: KeyboardEvent, end: End) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const far = event.shiftKey ? manyPixels : 1;
    const place = { x: line[end].x + step[0] * far, y: line[end].y + step[1] * far };
    onDraw({ ...line, [end]: held(laid.picture, place) });
  };
  const [from, to] = [onStage(laid, line.from), onStage(laid, line.to)];
  return (
    <fieldset
      ref={layer}
      className="measure-layer"
      aria-label={t('measure')}
      onPointerDown={(event) => take(event)}
      onPointerMove={move}
      onPointerUp={leave}
      onPointerCancel={leave}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <svg className="measure-line" aria-hidden="true">
        <line className="measure-under" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
        <line className="measure-over" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      </svg>
      {(['from', 'to'] as const).map((end) => {
        const at = end === 'from' ? from : to;
        return (
          <button
            key={end}
            type="button"
            className="measure-end"
            style={{ left: at.x, top: at.y }}
            aria-label={t(end === 'from' ? 'measure-from' : 'measure-to')}
            onPointerDown={(event) => take(event, end)}
            onKeyDown={(event) => nudge(event, end)}
          />
        );
      })}
    </fieldset>
  );
}
