import { useEffect, useState } from 'react';

/** Places in the package's lists. */
export type ShownExam = { patient: number; exam: number };

/** Which exam is open; undefined is the overview. The browser's own "Back" goes back from an exam to it. */
export function useShownExam(first: ShownExam | undefined) {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    history.replaceState({ shown: first }, '');
    const onPopState = (event: PopStateEvent) => setShown((event.state as { shown?: ShownExam } | null)?.shown);
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, [first]);
  const show = (next: ShownExam | undefined) => {
    history.pushState({ shown: next }, '');
    setShown(next);
    window.scrollTo(0, 0);
  };
  return [shown, show] as const;
}
