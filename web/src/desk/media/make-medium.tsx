import {
  downloadDiscImage,
  downloadForMedia,
  printDiscLabel,
  printForDelivery,
  printMailingLabel,
} from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../../client.ts';
import { ButtonLink } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { PrintChoices } from '../../viewer/print-choices.tsx';
import type { Delivery } from '../request-file.ts';

/** What staff need to make the medium: the files, and the labels of disc and parcel. */
export function MakeMedium({ delivery }: { delivery: Delivery }) {
  const t = useText(deskFileText);
  const [named, setNamed] = useState(false);
  const { id: deliveryId, kind, recipient } = delivery;
  const isDisc = kind === 'cd' || kind === 'dvd';
  const label = addressOf(printDiscLabel, { deliveryId, ...(named ? { patientName: 'yes' as const } : {}) });
  return (
    <>
      <p className="hand-over-step">{t(isDisc ? 'make-disc' : kind === 'prints' ? 'make-prints' : 'make-media')}</p>
      <div className="button-row">
        {isDisc && (
          <ButtonLink look="second" href={addressOf(downloadDiscImage, { deliveryId })} download>
            {t('download-disc-image')}
          </ButtonLink>
        )}
        <ButtonLink look="second" href={addressOf(downloadForMedia, { deliveryId })} download>
          {t('download-package')}
        </ButtonLink>
      </div>
      <div className="button-row">
        {isDisc && (
          <ButtonLink look="second" href={label} newTab>
            {t('print-disc-label')}
          </ButtonLink>
        )}
        {recipient.address && (
          <ButtonLink look="second" href={addressOf(printMailingLabel, { deliveryId })} newTab>
            {t('print-mailing-label')}
          </ButtonLink>
        )}
      </div>
      {kind === 'prints' && (
        <PrintChoices look="second" address={(choice) => addressOf(printForDelivery, { ...choice, deliveryId })} />
      )}
      {isDisc && <Checkbox label={t('name-on-disc')} checked={named} onChange={setNamed} />}
    </>
  );
}
