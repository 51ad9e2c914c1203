import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import { Button } from './button.tsx';
import './disclosure.css';

/** "Why?", "How we count": the working, one tap away, opening in place. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  summary: string;
  /** At first; the reader opens and closes it. */
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="disclosure" open={open}>
      <summary className="disclosure-summary">{summary}</summary>
      <div className="disclosure-body">{children}</div>
    </details>
  );
}

/** The browser's own modal dialog: it keeps the focus inside, closes with Escape and gives the focus back. */
export function Dialog({
  title,
  open,
  onClose,
  children,
}: {
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const t = useText(wordsText);
  useEffect(() => {
    if (open && !dialog.current?.open) {
      dialog.current?.showModal();
      // Else the browser focuses "Close", at the end of what is to be read, and scrolls there.
      heading.current?.focus({ preventScroll: true });
    }
    if (!open && dialog.current?.open) dialog.current.close();
  }, [open]);
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <div className="dialog-body">{children}</div>
          <Button look="second" onClick={onClose}>
            {t('close')}
          </Button>
        </>
      )}
    </dialog>
  );
}
