import { downloadSealedForMedia, planMedia } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf, call } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { useText } from '../../locales/use-text.tsx';
import { viewerText } from '../../locales/viewer.ts';
import { SealedDownload } from '../../viewer/sealed-download.tsx';

/** The files of a copy, or of one stick of it, in a ZIP that opens with a password alone. */
export function SealedForMedia({ deliveryId, piece }: { deliveryId: string; piece?: number }) {
  const t = useText(viewerText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="second" onClick={() => setOpen(true)}>
        {t('seal')}
      </Button>
      <SealedDownload
        open={open}
        onClose={() => setOpen(false)}
        target={{
          address: addressOf(downloadSealedForMedia, { deliveryId, password: '' }),
          fields: piece === undefined ? {} : { piece: String(piece) },
          look: async () => {
            const answer = await call(planMedia, { deliveryId });
            return answer.ok ? undefined : answer.problem;
          },
        }}
      />
    </>
  );
}
