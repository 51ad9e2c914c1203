import { useState } from 'react';
import { Dialog } from '../design-system/disclosure.tsx';
import { LinkButton } from '../design-system/link.tsx';
import { deskText } from '../locales/desk.ts';
import { useText } from '../locales/use-text.tsx';
import { useKeys } from './use-keys.ts';

const keys = [
  { key: '/', words: 'key-search' },
  { key: 'j  k', words: 'key-move' },
  { key: '⏎', words: 'key-do' },
  { key: 'Ctrl ⏎', words: 'key-do-typing' },
  { key: 'i', words: 'key-intake' },
  { key: 'u', words: 'key-up' },
  { key: 'Esc', words: 'key-escape' },
  { key: '← →  Space  ,  .', words: 'key-stage' },
  { key: '?', words: 'key-help' },
] as const;

export function KeysHelp() {
  const t = useText(deskText);
  const [open, setOpen] = useState(false);
  useKeys({ '?': () => setOpen(true) });
  return (
    <>
      <LinkButton onClick={() => setOpen(true)}>{t('keys')}</LinkButton>
      <Dialog title={t('keys')} open={open} onClose={() => setOpen(false)}>
        <dl className="keys">
          {keys.map(({ key, words }) => (
            <div key={key}>
              <dt>
                <kbd className="desk-key">{key}</kbd>
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  );
}
