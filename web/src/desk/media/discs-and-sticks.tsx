import {
  downloadDiscImage,
  downloadForMedia,
  makeMediaSet,
  planMedia,
  printDiscLabel,
} from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../../client.ts';
import { Button, ButtonLink } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { SelectField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { sizeWords } from '../../locales/amounts.ts';
import { deskMediaText } from '../../locales/desk-media.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { Delivery } from '../request-file.ts';
import type { MediaPlan } from './media-plan.ts';
import { PieceList } from './piece-list.tsx';
import { SealedForMedia } from './sealed-for-media.tsx';

type Medium = MediaPlan['plans'][number]['medium'];

/** As sold; a stick's size is its seller's. */
const stickSizes = [4, 8, 16, 32, 64, 128, 256];

/** How many discs or sticks it takes, before anything is made; then what is to be burned or copied, and the labels. */
export function DiscsAndSticks({ delivery }: { delivery: Delivery }) {
  const t = useText(deskMediaText);
  const { kind, id: deliveryId } = delivery;
  const [medium, setMedium] = useState<Medium>(kind === 'cd' || kind === 'dvd' ? kind : 'usb');
  const [gigabytes, setGigabytes] = useState(8);
  const [named, setNamed] = useState<boolean>();
  const read = useRead(planMedia, { deliveryId, stickGigabytes: gigabytes });
  const plan = read.value;
  const isNamed = named ?? plan?.nameOnDisc ?? false;
  return (
    <>
      <SelectField
        label={t('medium')}
        value={medium}
        onChange={(chosen) => setMedium(chosen as Medium)}
        options={(['cd', 'dvd', 'usb'] as const).map((value) => ({ value, label: t(`medium-${value}`) }))}
      />
      {medium === 'usb' && (
        <SelectField
          label={t('stick-size')}
          value={String(gigabytes)}
          onChange={(chosen) => setGigabytes(Number(chosen))}
          options={stickSizes.map((gb) => ({ value: String(gb), label: t('stick-gb', { gb }) }))}
        />
      )}
      <Problem problem={read.problem} onAgain={read.again} />
      {!plan && !read.problem && <p className="quiet">{t('counting')}</p>}
      {plan && <Plan delivery={delivery} plan={plan} medium={medium} gigabytes={gigabytes} isNamed={isNamed} />}
      {plan && medium !== 'usb' && (
        <Checkbox
          label={t('name-on-disc')}
          help={t(isNamed === plan.nameOnDisc ? 'name-usual' : 'name-unusual')}
          checked={isNamed}
          onChange={setNamed}
        />
      )}
    </>
  );
}

type Shown = { delivery: Delivery; plan: MediaPlan; medium: Medium; gigabytes: number; isNamed: boolean };

function Plan(shown: Shown) {
  const t = useText(deskMediaText);
  const { delivery, plan, medium, isNamed } = shown;
  const { language } = useLanguage();
  const { id: deliveryId } = delivery;
  const own = plan.plans.find((one) => one.medium === medium);
  const size = sizeWords(plan.sizeBytes, language);
  const zip = (
    <ButtonLink look="second" href={addressOf(downloadForMedia, { deliveryId })} download>
      {t('download-package')}
    </ButtonLink>
  );
  if (!own || own.pieces === null)
    return (
      <>
        <div className="problem">
          <p>{t(`cannot-${own?.why ?? 'larger-than-medium'}`)}</p>
        </div>
        <div className="button-row">{zip}</div>
      </>
    );
  if (own.pieces > 1) return <ManyPieces {...shown} count={own.pieces} size={size} />;
  return (
    <>
      <p>{t('fits-one', { size })}</p>
      <div className="button-row">
        {medium === 'usb' ? (
          <>
            {zip}
            <SealedForMedia deliveryId={deliveryId} />
          </>
        ) : (
          <>
            <ButtonLink look="second" href={addressOf(downloadDiscImage, { deliveryId })} download>
              {t('download-disc-image')}
            </ButtonLink>
            <ButtonLink
              look="second"
              href={addressOf(printDiscLabel, { deliveryId, patientName: isNamed ? 'yes' : 'no' })}
              newTab
            >
              {t('print-disc-label')}
            </ButtonLink>
          </>
        )}
      </div>
    </>
  );
}

function ManyPieces({
  delivery,
  plan,
  medium,
  gigabytes,
  isNamed,
  count,
  size,
}: Shown & { count: number; size: string }) {
  const t = useText(deskMediaText);
  const { language } = useLanguage();
  const make = useAct(makeMediaSet);
  const { id: deliveryId } = delivery;
  const capacityBytes = plan.plans.find((one) => one.medium === medium)?.capacityBytes;
  const made = plan.made?.medium === medium && plan.made.capacityBytes === capacityBytes ? plan.made : null;
  const fewer = plan.plans.filter((one) => one.pieces !== null && one.pieces < count);
  const ways = new Intl.ListFormat(language, { type: 'disjunction' }).format(
    fewer.map((one) => t(`takes-${one.medium}`, { count: one.pieces ?? 0 })),
  );
  return (
    <>
      <div className="problem">
        <p className="problem-title">{t('needs-many', { size, takes: t(`takes-${medium}`, { count }) })}</p>
        <p>{t('needs-how')}</p>
        {fewer.length > 0 && <p>{t('would-be', { ways })}</p>}
      </div>
      <Problem problem={make.problem} />
      {made && <PieceList deliveryId={deliveryId} made={made} isNamed={isNamed} />}
      <p>
        <Button
          look={made ? 'plain' : 'second'}
          busy={make.busy ? t('making-set') : undefined}
          onClick={() => void make.act({ deliveryId, medium, stickGigabytes: gigabytes })}
        >
          {made ? t('make-set-again') : t('make-set', { takes: t(`takes-${medium}`, { count }) })}
        </Button>
      </p>
    </>
  );
}
