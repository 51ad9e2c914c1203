import { downloadDiscImage, downloadForMedia, printDiscLabel } from '@echoback/server/contract';
import { addressOf } from '../../client.ts';
import { ButtonLink } from '../../design-system/button.tsx';
import { useDates } from '../../facility.tsx';
import { sizeWords } from '../../locales/amounts.ts';
import { deskMediaText } from '../../locales/desk-media.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import type { MediaPlan } from './media-plan.ts';
import { SealedForMedia } from './sealed-for-media.tsx';

/** Each disc with its image and label, each stick with its files; what is on it, so that nobody takes the wrong one. */
export function PieceList({
  deliveryId,
  made,
  isNamed,
}: {
  deliveryId: string;
  made: NonNullable<MediaPlan['made']>;
  isNamed: boolean;
}) {
  const t = useText(deskMediaText);
  const { language } = useLanguage();
  const dates = useDates();
  const of = made.pieces.length;
  return (
    <ol className="pieces">
      {made.pieces.map(({ number, sizeBytes, files, exams }) => (
        <li key={number} className="piece">
          <p>
            <strong>{t(made.medium === 'usb' ? 'piece-stick' : 'piece-disc', { number, of })}</strong>{' '}
            <span className="quiet">
              {t('piece-about', { count: files, size: sizeWords(sizeBytes, language) })} ·{' '}
              {exams
                .map(({ label, studyDate }) =>
                  [label, studyDate && dates.plainDay(studyDate)].filter(Boolean).join(', '),
                )
                .join(' · ')}
            </span>
          </p>
          <div className="button-row">
            {made.medium === 'usb' ? (
              <>
                <ButtonLink look="second" href={addressOf(downloadForMedia, { deliveryId, piece: number })} download>
                  {t('piece-zip')}
                </ButtonLink>
                <SealedForMedia deliveryId={deliveryId} piece={number} />
              </>
            ) : (
              <>
                <ButtonLink look="second" href={addressOf(downloadDiscImage, { deliveryId, piece: number })} download>
                  {t('piece-image')}
                </ButtonLink>
                <ButtonLink
                  look="second"
                  href={addressOf(printDiscLabel, { deliveryId, piece: number, patientName: isNamed ? 'yes' : 'no' })}
                  newTab
                >
                  {t('piece-label')}
                </ButtonLink>
              </>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
