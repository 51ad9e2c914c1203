import { useEffect, useRef } from 'react';

/**
 * Keys of a screen, e.g. `{ j: next, Enter: approve }`. A field, an open dialog and the sign-in keep theirs; Enter on a
 * button or link is that button's. `mod+Enter` works from inside a field too.
 */
export function useKeys(keys: Readonly<Record<string, (() => void) | undefined>>) {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.repeat) return;
      if (document.querySelector('dialog[open], .desk[hidden]')) return;
      const withModifier = event.ctrlKey || event.metaKey;
      const target = event.target instanceof Element ? event.target : null;
      const typing = target?.closest('input:not([type="radio"], [type="checkbox"]), select, textarea');
      if (!withModifier && typing) return;
      if (!withModifier && event.key === 'Enter' && target?.closest('button, a, summary, video')) return;
      const act = latest.current[withModifier ? `mod+${event.key}` : event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
