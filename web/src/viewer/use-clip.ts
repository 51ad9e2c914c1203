import { type RefObject, useCallback, useEffect, useState } from 'react';

export type Clip = {
  playing: boolean;
  positionMs: number;
  durationMs: number;
  frame: number;
  frames: number;
  rate: number;
  loop: boolean;
  toggle: () => void;
  seek: (positionMs: number) => void;
  step: (frames: 1 | -1) => void;
  setRate: (rate: number) => void;
  setLoop: (loop: boolean) => void;
};

/** The frame on screen at a position, from 0. The half frame guards against positions that round down. */
export function frameAt(positionMs: number, durationMs: number, frames: number): number {
  if (durationMs <= 0 || frames < 1) return 0;
  return Math.min(frames - 1, Math.max(0, Math.floor((positionMs / durationMs) * frames + 0.01)));
}

/** The middle of a frame: a seek to its very start may show the frame before. */
export function positionOfFrame(frame: number, durationMs: number, frames: number): number {
  return frames < 1 ? 0 : ((Math.min(frames - 1, Math.max(0, frame)) + 0.5) / frames) * durationMs;
}

/** Follows a `<video>` and drives it. Duration and frames come from the study; the player's own duration can differ. */
export function useClip(
  video: RefObject<HTMLVideoElement | null>,
  source: string,
  known: { durationMs: number | null; frames: number | null },
): Clip {
  const [playing, setPlaying] = useState(false);
  const [positionMs, setPositionMs] = useState(0);
  const [durationMs, setDurationMs] = useState(known.durationMs ?? 0);
  const [rate, setRateState] = useState(1);
  const [loop, setLoopState] = useState(true);
  const frames = known.frames ?? 1;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another source is another clip in the same element
  useEffect(() => {
    const element = video.current;
    if (!element) return;
    let request = 0;
    const follow = () => {
      setPositionMs(element.currentTime * 1000);
      if (!element.paused) request = requestAnimationFrame(follow);
    };
    const onChange = () => {
      setPlaying(!element.paused);
      if (Number.isFinite(element.duration) && element.duration > 0) setDurationMs(element.duration * 1000);
      cancelAnimationFrame(request);
      follow();
    };
    const events = ['play', 'pause', 'ended', 'seeked', 'loadedmetadata'] as const;
    for (const event of events) element.addEventListener(event, onChange);
    onChange();
    return () => {
      cancelAnimationFrame(request);
      for (const event of events) element.removeEventListener(event, onChange);
    };
  }, [video, source]);

  const seek = useCallback(
    (position: number) => {
      if (video.current) video.current.currentTime = position / 1000;
      setPositionMs(position);
    },
    [video],
  );
  const frame = frameAt(positionMs, durationMs, frames);
  return {
    playing,
    positionMs,
    durationMs,
    frame,
    frames,
    rate,
    loop,
    seek,
    toggle: () => (video.current?.paused ? void video.current.play().catch(() => undefined) : video.current?.pause()),
    step: (by) => {
      video.current?.pause();
      seek(positionOfFrame(frame + by, durationMs, frames));
    },
    setRate: (next) => {
      if (video.current) video.current.playbackRate = next;
      setRateState(next);
    },
    setLoop: (next) => {
      if (video.current) video.current.loop = next;
      setLoopState(next);
    },
  };
}
