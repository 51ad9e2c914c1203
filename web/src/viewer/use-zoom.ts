import { type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type View = { scale: number; x: number; y: number };

const whole: View = { scale: 1, x: 0, y: 0 };
/** A 640-point picture fills a phone at 1; beyond 8 there is only interpolation to see. */
const maxScale = 8;
const swipeDistancePx = 48;

/** Keeps at least the picture's edge at the stage's edge, so that it can not be lost off screen. */
export function clampView(view: View, width: number, height: number): View {
  const scale = Math.min(maxScale, Math.max(1, view.scale));
  const limitX = ((scale - 1) * width) / 2;
  const limitY = ((scale - 1) * height) / 2;
  return {
    scale,
    x: Math.min(limitX, Math.max(-limitX, view.x)),
    y: Math.min(limitY, Math.max(-limitY, view.y)),
  };
}

/** Scales around a point (measured from the middle of the stage) that stays where it is. */
export function zoomAround(view: View, factor: number, point: { x: number; y: number }): View {
  const scale = Math.min(maxScale, Math.max(1, view.scale * factor));
  const ratio = scale / view.scale;
  return { scale, x: point.x - (point.x - view.x) * ratio, y: point.y - (point.y - view.y) * ratio };
}

/** Pinch, wheel with Ctrl or on a zoomed picture, drag when zoomed, swipe when not, double tap, and keys by the caller. */
export function useZoom(stage: RefObject<HTMLElement | null>, onSwipe: (direction: 1 | -1) => void) {
  const [view, setView] = useState(whole);
  const pointers = useRef(new Map<number, { x: number; y: number }>());
  const start = useRef<{ x: number; y: number } | undefined>(undefined);

  const change = useCallback(
    (next: (view: View) => View) => {
      const box = stage.current?.getBoundingClientRect();
      if (box) setView((now) => clampView(next(now), box.width, box.height));
    },
    [stage],
  );
  const fromMiddle = useCallback(
    (at: { clientX: number; clientY: number }) => {
      const box = stage.current?.getBoundingClientRect();
      return box
        ? { x: at.clientX - box.left - box.width / 2, y: at.clientY - box.top - box.height / 2 }
        : { x: 0, y: 0 };
    },
    [stage],
  );

  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    const onWheel = (event: WheelEvent) => {
      // A plain wheel scrolls the page until somebody has zoomed in.
      if (!event.ctrlKey && !event.metaKey && element.dataset.zoomed !== 'true') return;
      event.preventDefault();
      change((now) => zoomAround(now, Math.exp(-event.deltaY / 400), fromMiddle(event)));
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [stage, change, fromMiddle]);

  const onPointerDown = (event: PointerEvent) => {
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
    start.current = pointers.current.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    if (view.scale > 1 || pointers.current.size > 1) event.currentTarget.setPointerCapture(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    if (!before) return;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, now);
    if (other) {
      const factor =
        Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
      const middle = fromMiddle({ clientX: (now.x + other.x) / 2, clientY: (now.y + other.y) / 2 });
      change((current) => zoomAround(current, factor, middle));
    } else if (view.scale > 1) {
      change((current) => ({ ...current, x: current.x + now.x - before.x, y: current.y + now.y - before.y }));
    }
  };
  const onPointerEnd = (event: PointerEvent) => {
    const from = start.current;
    pointers.current.delete(event.pointerId);
    start.current = undefined;
    if (!from || view.scale > 1 || event.type === 'pointercancel') return;
    const moved = event.clientX - from.x;
    if (Math.abs(moved) > swipeDistancePx && Math.abs(moved) > 2 * Math.abs(event.clientY - from.y))
      onSwipe(moved < 0 ? 1 : -1);
  };

  return {
    view,
    zoomBy: (factor: number) => change((now) => zoomAround(now, factor, { x: 0, y: 0 })),
    panBy: (x: number, y: number) => change((now) => ({ ...now, x: now.x + x, y: now.y + y })),
    reset: useCallback(() => setView(whole), []),
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: onPointerEnd,
      onPointerCancel: onPointerEnd,
      onDoubleClick: (event: { clientX: number; clientY: number }) =>
        view.scale > 1 ? setView(whole) : change((now) => zoomAround(now, 2.5, fromMiddle(event))),
    },
  };
}
