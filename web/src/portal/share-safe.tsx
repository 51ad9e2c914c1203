import { openShareSafePicture, readShareMask } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../client.ts';
import { Button, ButtonLink } from '../design-system/button.tsx';
import { Checkbox } from '../design-system/checkbox.tsx';
import { Dialog } from '../design-system/disclosure.tsx';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { shareText } from '../locales/share.ts';
import { useText } from '../locales/use-text.tsx';
import { useRead } from '../use-endpoint.ts';
import type { StageItem } from '../viewer/stage-item.ts';
import { type Box, SharePart } from './share-part.tsx';
import './share-safe.css';

/** The picture on show for family and friends: what stays is seen, and looked at, before it can be saved. */
export function ShareSafe({ shown }: { shown: StageItem }) {
  const t = useText(shareText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="stage-button stage-button-words" onClick={() => setOpen(true)}>
        {t('share')}
      </button>
      <Dialog title={t('title')} open={open} onClose={() => setOpen(false)}>
        <p>{t('about')}</p>
        {shown.item.kind === 'clip' && <p>{t('one-frame')}</p>}
        <Sharing key={shown.key} shown={shown} />
      </Dialog>
    </>
  );
}

function Sharing({ shown }: { shown: StageItem }) {
  const t = useText(shareText);
  const { ordinal } = shown.item;
  const mask = useRead(readShareMask, { ordinal });
  const [drawn, setDrawn] = useState<Box>();
  const [lookedAt, setLookedAt] = useState<string>();
  if (!mask.value) return mask.problem ? <Problem problem={mask.problem} /> : <Loading words={t('opening')} />;
  const { width, height, plan } = mask.value;
  const start = { left: 0, top: Math.round(height / 8), right: width - 1, bottom: height - 1 };
  const isReady = plan.kind === 'boxes' || drawn !== undefined;
  const address = addressOf(openShareSafePicture, { ordinal, ...drawn });
  return (
    <>
      {plan.kind === 'by-hand' && <p>{t(`by-hand-${plan.why}`)}</p>}
      {isReady && (
        <div className="share-picture">
          <img src={address} alt={t('preview')} width={width} height={height} />
        </div>
      )}
      {(drawn || plan.kind === 'by-hand') && (
        <SharePart
          size={{ width, height }}
          original={shown.address(shown.item.kind === 'clip' ? 'poster' : 'picture')}
          box={drawn ?? start}
          onBox={setDrawn}
        />
      )}
      {!drawn && plan.kind === 'boxes' && (
        <p>
          <Button look="second" onClick={() => setDrawn(start)}>
            {t('set-part')}
          </Button>
        </p>
      )}
      {isReady && (
        <Checkbox
          label={t('looked')}
          checked={lookedAt === address}
          onChange={(looked) => setLookedAt(looked ? address : undefined)}
        />
      )}
      {lookedAt === address && (
        <p>
          <ButtonLink href={addressOf(openShareSafePicture, { ordinal, ...drawn, save: 'yes' })} download>
            {t('save')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
