import type { OfflineViewerData } from '@echoback/server/contract';
import { offlineText } from '../locales/offline.ts';
import { useText } from '../locales/use-text.tsx';

/** Of one disc of several: that the rest is elsewhere, before somebody misses it. */
export function PartNote({ part }: { part: OfflineViewerData['part'] }) {
  const t = useText(offlineText);
  if (!part) return null;
  return <p>{t(`part-${part.kind}`, { number: part.number, of: part.of })}</p>;
}
