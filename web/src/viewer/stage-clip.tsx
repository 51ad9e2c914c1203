import { type CSSProperties, type RefObject, useState } from 'react';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import type { StageItem } from './stage-item.ts';

/** A clip: MP4 for nearly all, WebM for browsers without H.264, and words where a browser plays neither. */
export function StageClip({
  shown,
  video,
  name,
  style,
  onToggle,
}: {
  shown: StageItem;
  video: RefObject<HTMLVideoElement | null>;
  name: string;
  style: CSSProperties;
  onToggle: () => void;
}) {
  const [failed, setFailed] = useState(false);
  const { item } = shown;
  const fallback = shown.address('webm');
  // A `<source>` that cannot be played says so itself; when the last one does, nothing is left to try.
  const fail = () => setFailed(true);
  if (failed) return <ClipFailed />;
  return (
    <video
      ref={video}
      className="stage-picture"
      style={style}
      poster={shown.address('poster')}
      width={item.width ?? undefined}
      height={item.height ?? undefined}
      preload="auto"
      muted
      playsInline
      loop
      disablePictureInPicture
      aria-label={name}
      onClick={onToggle}
    >
      <source src={shown.address('clip')} type="video/mp4" onError={fallback ? undefined : fail} />
      {fallback && <source src={fallback} type="video/webm" onError={fail} />}
    </video>
  );
}

function ClipFailed() {
  const t = useText(viewerText);
  return (
    <div className="stage-words" role="alert">
      <p>
        <strong>{t('clip-failed')}</strong>
      </p>
      <p>{t('clip-failed-next')}</p>
    </div>
  );
}
