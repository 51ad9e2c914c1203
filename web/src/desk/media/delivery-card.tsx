import { isParcel, postMedia, recordArrival } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf, noDate } from '../../design-system/calendar-parts.ts';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { DateField } from '../../design-system/date-field.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Pill } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { failureWords, useFailureText } from '../failure-words.ts';
import type { Delivery } from '../request-file.ts';
import { MakeMedium } from './make-medium.tsx';

/** One copy on its way to one person: who gets it, how far it is, and for a disc the parcel's data. */
export function DeliveryCard({
  delivery,
  name,
  closed = false,
  postAt,
  mayBegin = true,
  onPosted,
  onArrived,
}: {
  delivery: Delivery;
  name: string;
  /** The request ended: what was never given will not be. */
  closed?: boolean;
  /** Where the hand-over is recorded, when not here. */
  postAt?: string;
  /** False until the person was told what it costs and said yes. */
  mayBegin?: boolean;
  onPosted?: (carrier: string) => void;
  onArrived?: () => void;
}) {
  const t = useText(deskFileText);
  const dates = useDates();
  const words = useText(wordsText);
  const failures = useFailureText();
  const { kind, recipient, state } = delivery;
  const isMedia = isParcel(kind);
  return (
    <section className="card delivery">
      <div className="choice-head">
        <p className="choice-title">
          {recipient.form ?? words(`delivery-${kind}`)}
          <span className="choice-about">
            {t('for-whom', { name: recipient.name ?? name })}
            {recipient.email && ` · ${recipient.email}`}
          </span>
        </p>
        <Pill tone={state === 'ready' || state === 'delivered' ? 'ok' : 'plain'}>
          {t(closed && state === 'asked' ? 'delivery-none' : stateWord(state, kind))}
        </Pill>
      </div>
      {state === 'failed' && (
        <div className="problem" role="alert">
          <p className="problem-title">{failureWords(failures, delivery.failureCode ?? 'fault')}</p>
          <p>{t('copy-failed-next')}</p>
        </div>
      )}
      {state === 'preparing' && <p>{t('copy-preparing-help')}</p>}
      {state === 'ready' && !isMedia && <p>{t(kind === 'inspection' ? 'visit-ready-help' : 'copy-ready-help')}</p>}
      {postAt && isMedia && state === 'ready' && (
        <p>
          <Link to={postAt}>{t('post-it')}</Link>
        </p>
      )}
      {!postAt && isMedia && (
        <div className="delivery-parcel">
          {recipient.address && <MailingAddress name={recipient.name ?? name} lines={recipient.address} />}
          {state === 'ready' && mayBegin && <HandOver delivery={delivery} onPosted={onPosted} />}
        </div>
      )}
      {delivery.carrier && (
        <p>
          {t('handed-to', { carrier: delivery.carrier })}
          {delivery.trackingNumber && (
            <>
              {' '}
              · {t('tracking')} <span className="mono">{delivery.trackingNumber}</span>
            </>
          )}
        </p>
      )}
      {delivery.arrivedOn && <p>{t('arrived-on', { day: dates.plainDay(delivery.arrivedOn) })}</p>}
      {!postAt && delivery.awaitsArrival && <Arrival delivery={delivery} onArrived={onArrived} />}
    </section>
  );
}

function stateWord(state: Delivery['state'], kind: Delivery['kind']) {
  const isMedia = isParcel(kind);
  if (kind === 'inspection' && state === 'delivered') return 'delivery-shown';
  if (state === 'ready') return isMedia ? 'delivery-to-post' : 'delivery-ready';
  if (state === 'delivered') return isMedia ? 'delivery-posted' : 'delivery-opened';
  return `delivery-${state}` as const;
}

function MailingAddress({ name, lines }: { name: string; lines: readonly string[] }) {
  const t = useText(deskFileText);
  return (
    <div className="fact">
      <p className="term">{t('mail-to')}</p>
      <address className="mailing-address">
        {lines[0] !== name && <span>{name}</span>}
        {inOrder(lines).map(({ place, one }) => (
          <span key={place}>{one}</span>
        ))}
      </address>
    </div>
  );
}

function HandOver({ delivery, onPosted }: { delivery: Delivery; onPosted: ((carrier: string) => void) | undefined }) {
  const t = useText(deskFileText);
  const post = useAct(postMedia);
  const [carrier, setCarrier] = useState('');
  const [trackingNumber, setTrackingNumber] = useState('');
  const [collected, setCollected] = useState(false);
  const [tried, setTried] = useState(false);
  const tooShort = carrier.trim().length < 2;
  return (
    <div className="hand-over">
      <MakeMedium delivery={delivery} />
      <form
        className="hand-over-form"
        noValidate
        onSubmit={async (event) => {
          event.preventDefault();
          setTried(true);
          if (tooShort) return;
          const done = await post.act({
            deliveryId: delivery.id,
            carrier: carrier.trim(),
            collected,
            ...(trackingNumber.trim() ? { trackingNumber: trackingNumber.trim() } : {}),
          });
          if (done !== undefined) onPosted?.(carrier.trim());
        }}
      >
        <TextField
          label={t('carrier')}
          help={t('carrier-help')}
          value={carrier}
          onChange={setCarrier}
          problem={tried && tooShort ? t('need-carrier') : fieldProblem(post.problem, '/carrier')}
        />
        <Checkbox label={t('collected')} checked={collected} onChange={setCollected} />
        <TextField
          label={t('tracking-number')}
          optional={t('optional')}
          value={trackingNumber}
          onChange={setTrackingNumber}
          autoComplete="off"
        />
        <Problem problem={post.problem} />
        <p>
          <Button type="submit" keyHint="⏎" busy={post.busy ? t('saving') : undefined}>
            {t('record-hand-over')}
          </Button>
        </p>
      </form>
    </div>
  );
}

/** The facility counts a parcel as given once the carrier says that it arrived. */
function Arrival({ delivery, onArrived }: { delivery: Delivery; onArrived: (() => void) | undefined }) {
  const t = useText(deskFileText);
  const { act, busy, problem } = useAct(recordArrival);
  const [day, setDay] = useState(noDate);
  const [tried, setTried] = useState(false);
  const arrivedOn = calendarDateOf(day);
  return (
    <form
      className="hand-over-form"
      noValidate
      onSubmit={async (event) => {
        event.preventDefault();
        setTried(true);
        if (!arrivedOn) return;
        if ((await act({ deliveryId: delivery.id, arrivedOn })) !== undefined) onArrived?.();
      }}
    >
      <DateField
        label={t('arrival-day')}
        help={t('arrival-help')}
        value={day}
        onChange={setDay}
        problem={tried && !arrivedOn ? t('need-arrival-day') : fieldProblem(problem, '/arrivedOn')}
      />
      <Problem problem={problem} />
      <p>
        <Button type="submit" look="second" busy={busy ? t('saving') : undefined}>
          {t('record-arrival')}
        </Button>
      </p>
    </form>
  );
}
