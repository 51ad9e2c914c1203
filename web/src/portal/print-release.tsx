import { printRelease } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../client.ts';
import { Dialog } from '../design-system/disclosure.tsx';
import { printText } from '../locales/print.ts';
import { useText } from '../locales/use-text.tsx';
import { Icon } from '../viewer/icon.tsx';
import { PrintChoices } from '../viewer/print-choices.tsx';

/** All pictures on paper: how, on what paper, and with whose name. */
export function PrintRelease() {
  const t = useText(printText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="stage-button stage-button-words" onClick={() => setOpen(true)}>
        <Icon name="print" /> {t('print')}
      </button>
      <Dialog title={t('title')} open={open} onClose={() => setOpen(false)}>
        <PrintChoices address={(choice) => addressOf(printRelease, choice)} />
      </Dialog>
    </>
  );
}
