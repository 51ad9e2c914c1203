import { useEffect, useMemo, useRef } from 'react';
import { clockWords } from '../locales/amounts.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from './icon.tsx';
import { seriesOf } from './series.ts';
import type { StageItem } from './stage-item.ts';
import './sheet.css';

type Show = {
  shownKey: string | undefined;
  onShow: (item: StageItem) => void;
  /** A word on a thumbnail that differs (desk: another name in the header). */
  note?: (item: StageItem) => string | undefined;
};

/** Everything at a glance. Thumbnails are fetched as they come near the screen. */
export function ContactSheet({
  items,
  bySeries = false,
  ...show
}: { items: readonly StageItem[]; bySeries?: boolean } & Show) {
  const t = useText(viewerText);
  const list = useRef<HTMLUListElement>(null);
  const series = useMemo(() => (bySeries ? seriesOf(items) : []), [items, bySeries]);
  const { shownKey } = show;
  useEffect(() => {
    const current = shownKey ? list.current?.querySelector('[aria-current="true"]') : null;
    // Only inside a sheet that scrolls by itself: the page must not jump away from the picture.
    const sheet = list.current;
    if (!(current instanceof HTMLElement) || !sheet || sheet.scrollHeight <= sheet.clientHeight) return;
    if (getComputedStyle(sheet).overflowY !== 'visible') current.scrollIntoView({ block: 'nearest' });
  }, [shownKey]);
  if (series.length < 2)
    return (
      <ul className="sheet" aria-label={t('sheet')} ref={list}>
        {items.map((shown) => (
          <Thumbnail key={shown.key} shown={shown} {...show} />
        ))}
      </ul>
    );
  return (
    <ul className="sheet-series-list" aria-label={t('sheet')} ref={list}>
      {series.map(({ key, number, name, items: own }) => {
        const words = name ?? t('series-number', { number: number ?? '–' });
        return (
          <li key={key}>
            <p className="sheet-series">{words}</p>
            <ul className="sheet" aria-label={words}>
              {own.map((shown) => (
                <Thumbnail key={shown.key} shown={shown} {...show} />
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}

function Thumbnail({ shown, shownKey, onShow, note }: { shown: StageItem } & Show) {
  const t = useText(viewerText);
  const { language } = useLanguage();
  const { item } = shown;
  const words = t(item.kind === 'clip' ? 'clip-number' : 'picture-number', shown);
  const remark = note?.(shown);
  const time = item.kind === 'clip' && clockWords(item.durationMs ?? 0, item.durationMs ?? 0, language);
  return (
    <li>
      <button
        type="button"
        className="sheet-item"
        aria-current={shown.key === shownKey}
        aria-label={[words, time, remark].filter(Boolean).join(', ')}
        onClick={() => onShow(shown)}
      >
        {item.shown === 'ready' ? (
          <img
            className="sheet-picture"
            src={shown.address('thumbnail')}
            alt=""
            loading="lazy"
            decoding="async"
            width={160}
            height={120}
          />
        ) : (
          <span className="sheet-words">{words}</span>
        )}
        {time && (
          <span className="sheet-time">
            <Icon name="play" /> {time}
          </span>
        )}
        {remark && <span className="sheet-note">{remark}</span>}
      </button>
    </li>
  );
}
