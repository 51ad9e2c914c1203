import { printForDelivery, printMailingLabel } from '@echoback/server/contract';
import { addressOf } from '../../client.ts';
import { ButtonLink } from '../../design-system/button.tsx';
import { deskMediaText } from '../../locales/desk-media.ts';
import { useText } from '../../locales/use-text.tsx';
import { PrintChoices } from '../../viewer/print-choices.tsx';
import type { Delivery } from '../request-file.ts';
import { DiscsAndSticks } from './discs-and-sticks.tsx';

/** What staff need to make the medium: the files, and the labels of disc and parcel. */
export function MakeMedium({ delivery }: { delivery: Delivery }) {
  const t = useText(deskMediaText);
  const { id: deliveryId, kind, recipient } = delivery;
  const isDisc = kind === 'cd' || kind === 'dvd';
  return (
    <>
      <p className="hand-over-step">{t(isDisc ? 'make-disc' : kind === 'prints' ? 'make-prints' : 'make-media')}</p>
      {kind === 'prints' ? (
        <PrintChoices look="second" address={(choice) => addressOf(printForDelivery, { ...choice, deliveryId })} />
      ) : (
        <DiscsAndSticks delivery={delivery} />
      )}
      {recipient.address && (
        <p className="button-row">
          <ButtonLink look="second" href={addressOf(printMailingLabel, { deliveryId })} newTab>
            {t('print-mailing-label')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
