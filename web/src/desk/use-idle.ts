import { focusManager } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/** S3.6: as long as a staff session lives without a sign of life. Polling is none, so the page counts for itself. */
const idleMs = 15 * 60_000;
const signs = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/** Calls once nobody has touched the page for a while, and stops everything that polls until `watching` again. */
export function useIdle(onIdle: () => void, watching: boolean) {
  const latest = useRef(onIdle);
  latest.current = onIdle;
  useEffect(() => {
    if (!watching) return;
    focusManager.setFocused(undefined);
    let timer = 0;
    const live = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        focusManager.setFocused(false);
        latest.current();
      }, idleMs);
    };
    live();
    for (const sign of signs) window.addEventListener(sign, live, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, live);
    };
  }, [watching]);
}
