import { readForms } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';

export type Forms = OutputOf<typeof readForms>;

/** A choice from the person's own page comes up at a desk that has the file open. */
const choiceComesMs = 15_000;
const waits = ({ open, toWarn }: Forms) => open.length + toWarn.length > 0;

/** In which form the copy goes, where that is not plain: what is to be offered, what waits, what was agreed on. */
export function FormCard({ file }: { file: RequestFile }) {
  const t = useText(formText);
  const dates = useDates();
  const { value, problem, again } = useRead(
    readForms,
    { requestId: file.id },
    { every: (known) => (known && waits(known) ? choiceComesMs : false) },
  );
  if (!value) return <Problem problem={problem} onAgain={again} />;
  const { toOffer, open, agreed, toWarn, warned } = value;
  if (toOffer.length + open.length + agreed.length + toWarn.length + warned.length === 0) return null;
  const day = (instant: string) => dates.shortDay(dates.dayOf(instant));
  const called = (asked: string) => (asked === 'email-unencrypted' ? t('plain-mail') : asked);
  return (
    <section className="stack-small">
      <h2>{t('card-title')}</h2>
      {toOffer.map(({ askedDeliveryId, form }) => (
        <Line key={askedDeliveryId} words={t('card-asked', { form })} to={file.closed ? undefined : t('offer')} />
      ))}
      {open.map(({ id, asked, offeredAt }) => (
        <Line
          key={id}
          words={t('card-open', { form: called(asked), day: day(offeredAt) })}
          to={file.closed ? undefined : t('note-choice')}
        />
      ))}
      {toWarn.map(({ askedDeliveryId, address }) => (
        <Line
          key={askedDeliveryId}
          words={t('card-to-warn', { address })}
          to={file.closed ? undefined : t('note-yes')}
        />
      ))}
      {agreed.map(({ asked, chosen, how, agreedOn, recordedBy }) => (
        <Line
          key={`${asked} ${agreedOn} ${chosen}`}
          words={t('card-agreed', { form: t(`form-${chosen}`), asked: called(asked) })}
          small={t(`agreed-${how}`, { day: dates.shortDay(agreedOn), name: recordedBy ?? '' })}
        />
      ))}
      {warned.map(({ address, channel, acceptedAt, recordedBy }) => (
        <Line
          key={acceptedAt}
          words={t('card-warned', { address })}
          small={t(`warned-${channel}`, { day: day(acceptedAt), name: recordedBy ?? '' })}
        />
      ))}
    </section>
  );
}

function Line({ words, to, small }: { words: string; to?: string | undefined; small?: string }) {
  return (
    <div className="stack-small">
      <p>{words}</p>
      {to && (
        <p>
          <Link to="?at=form">{to}</Link>
        </p>
      )}
      {small && <p className="small quiet">{small}</p>}
    </div>
  );
}
