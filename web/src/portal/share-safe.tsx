import { useState } from 'react';
import { Dialog, Disclosure } from '../design-system/disclosure.tsx';
import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';
import { Icon } from '../viewer/icon.tsx';
import type { StageItem } from '../viewer/stage-item.ts';
import { ShareCopies } from './share-copies.tsx';
import { ShareSheet } from './share-sheet.tsx';
import './share-safe.css';

/** Pictures and clips for family and friends: what stays is seen, and looked at, before anything can be saved. */
export function ShareSafe({ shown, items }: { shown: StageItem; items: readonly StageItem[] }) {
  const t = useText(shareText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="stage-button stage-button-words" onClick={() => setOpen(true)}>
        <Icon name="share" /> {t('share')}
      </button>
      <Dialog title={t('title')} open={open} onClose={() => setOpen(false)}>
        <Sharing key={shown.key} shown={shown} items={items} />
      </Dialog>
    </>
  );
}

function Sharing({ shown, items }: { shown: StageItem; items: readonly StageItem[] }) {
  const t = useText(shareText);
  const shareable = items.filter(
    ({ item }) => (item.kind === 'still' || item.kind === 'clip') && item.shown === 'ready',
  );
  const [keys, setKeys] = useState<readonly string[]>([shown.key]);
  const chosen = shareable.filter(({ key }) => keys.includes(key));
  return (
    <>
      <p>{t('about')}</p>
      <div className="share-limits">
        <p className="share-limits-title">{t('cannot')}</p>
        <ul>
          <li>{t('cannot-typed')}</li>
          <li>{t('cannot-known')}</li>
          <li>{t('cannot-back')}</li>
        </ul>
      </div>
      {shareable.length > 1 && (
        <Disclosure summary={t('which', { count: chosen.length })}>
          <ShareSheet items={shareable} keys={keys} onKeys={setKeys} />
        </Disclosure>
      )}
      <ShareCopies chosen={chosen} />
    </>
  );
}
