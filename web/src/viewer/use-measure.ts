import { type RefObject, useEffect, useState } from 'react';
import type { StageItem } from './stage-item.ts';
import { firstLine, type Laid, type Line } from './stage-places.ts';
import type { View } from './use-zoom.ts';

export type Measuring = {
  on: boolean;
  toggle: () => void;
  line: Line | undefined;
  draw: (line: Line) => void;
  /** How the picture lies on the stage at this moment; undefined until the stage has a size. */
  laid: Laid | undefined;
};

/** One line over the picture on the stage. It stays while frames move, and another picture starts with its own. */
export function useMeasure(box: RefObject<HTMLElement | null>, { key, item }: StageItem, view: View): Measuring {
  const [on, setOn] = useState(false);
  const [drawn, setDrawn] = useState<{ key: string; line: Line }>();
  const size = useSize(box, on);
  const picture = { width: item.width ?? 0, height: item.height ?? 0 };
  const line = drawn?.key === key ? drawn.line : firstLine(item.calibration, picture);
  return {
    on,
    toggle: () => setOn((now) => !now),
    line,
    draw: (next) => setDrawn({ key, line: next }),
    laid: size && picture.width > 0 && picture.height > 0 ? { box: size, picture, view } : undefined,
  };
}

function useSize(box: RefObject<HTMLElement | null>, on: boolean): { width: number; height: number } | undefined {
  const [size, setSize] = useState<{ width: number; height: number }>();
  useEffect(() => {
    const element = box.current;
    if (!element || !on) return;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box, on]);
  return size;
}
