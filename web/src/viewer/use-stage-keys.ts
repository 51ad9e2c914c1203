import { type RefObject, useEffect, useRef } from 'react';
import type { Clip } from './use-clip.ts';
import type { useZoom } from './use-zoom.ts';

type Actions = {
  onMove: ((direction: 1 | -1) => void) | undefined;
  zoom: ReturnType<typeof useZoom>;
  clip: Clip | undefined;
  measure: () => void;
};

const panStepPx = 60;

/**
 * The viewer's keys work wherever the focus is on the page, except where a field, list, slider or open dialog needs
 * them, and Space on a button stays that button's.
 */
export function useStageKeys(stage: RefObject<HTMLElement | null>, actions: Actions) {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest('input, select, textarea, [contenteditable], [role="dialog"]')) return;
      if (document.querySelector('dialog[open]') && !stage.current?.closest('dialog')) return;
      if (event.key === ' ' && target?.closest('button, a, summary')) return;
      if (actOn(event.key, latest.current)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [stage]);
}

/** True when the key meant something. Arrows move the picture while it is zoomed, else to the next one. */
function actOn(key: string, { onMove, zoom, clip, measure }: Actions): boolean {
  const zoomed = zoom.view.scale > 1;
  const arrows: Record<string, [number, number]> = {
    ArrowLeft: [1, 0],
    ArrowRight: [-1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
  };
  const arrow = arrows[key];
  if (arrow && zoomed) zoom.panBy(arrow[0] * panStepPx, arrow[1] * panStepPx);
  else if (arrow && arrow[0] !== 0 && onMove) onMove(arrow[0] > 0 ? -1 : 1);
  else if (key === '+' || key === '=') zoom.zoomBy(1.5);
  else if (key === '-') zoom.zoomBy(1 / 1.5);
  else if (key === '0') zoom.reset();
  else if (key === 'm') measure();
  else if (key === ' ' && clip) clip.toggle();
  else if (key === ',' && clip) clip.step(-1);
  else if (key === '.' && clip) clip.step(1);
  else return false;
  return true;
}
