import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { Icon } from '../viewer/icon.tsx';
import type { StageItem } from '../viewer/stage-item.ts';

/** As many as one download takes. */
const mostAtOnce = 30;

/** All pictures and clips of the exam, each a button that takes it into the copy or out of it. */
export function ShareSheet({
  items,
  keys,
  onKeys,
}: {
  items: readonly StageItem[];
  keys: readonly string[];
  onKeys: (keys: readonly string[]) => void;
}) {
  const t = useText(shareText);
  const viewer = useText(viewerText);
  return (
    <ul className="share-sheet" aria-label={t('sheet')}>
      {items.map((one) => {
        const isChosen = keys.includes(one.key);
        return (
          <li key={one.key}>
            <button
              type="button"
              className="share-choice"
              aria-pressed={isChosen}
              disabled={!isChosen && keys.length >= mostAtOnce}
              aria-label={viewer(one.item.kind === 'clip' ? 'clip-number' : 'picture-number', one)}
              onClick={() => onKeys(isChosen ? keys.filter((key) => key !== one.key) : [...keys, one.key])}
            >
              <img src={one.address('thumbnail')} alt="" loading="lazy" width={160} height={120} />
              {isChosen && <span className="share-choice-tick" />}
              {one.item.kind === 'clip' && (
                <span className="share-choice-clip">
                  <Icon name="play" />
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}
