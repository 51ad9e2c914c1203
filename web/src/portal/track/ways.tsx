import { isPosted, newPasscode } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { formText } from '../../locales/form.ts';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import { Passcode } from '../passcode.tsx';
import type { Tracked } from './where-it-stands.ts';

type Way = Tracked['deliveries'][number];

/** Every way the copy was asked for, and how far each is; a link's passcode can be replaced at any time. */
export function Ways({ request }: { request: Tracked }) {
  const t = useText(portalText);
  return (
    <section>
      <h2>{t('how-you-get')}</h2>
      <ul className="lines">
        {request.deliveries.map((way) => (
          <WayLine key={way.id} way={way} visit={request.visit} />
        ))}
      </ul>
    </section>
  );
}

function WayLine({ way, visit }: { way: Way; visit: Tracked['visit'] }) {
  const t = useText(portalText);
  const words = useText(wordsText);
  const named = way.kind === 'secure-link' && way.recipientName ? t('delivery-link') : words(`delivery-${way.kind}`);
  const what = way.form ?? named;
  return (
    <li>
      <p>
        {way.recipientName ? t('delivery-to', { what, name: way.recipientName }) : what}:{' '}
        <strong>{useStateWords(way, visit)}</strong>
      </p>
      {way.trackingNumber && <p className="page-help mono">{t('tracking-number', { number: way.trackingNumber })}</p>}
      {way.kind === 'secure-link' && way.state !== 'not-sent' && <RenewPasscode way={way} />}
    </li>
  );
}

function useStateWords(way: Way, visit: Tracked['visit']): string {
  const t = useText(portalText);
  const forms = useText(formText);
  const visits = useText(visitText);
  const dates = useDates();
  const { kind, state, carrier } = way;
  if (state === 'not-sent') return t('delivery-not-sent');
  const isMedia = isPosted(kind);
  if (kind === 'inspection' && visit) {
    if (state === 'delivered') return visits('way-held');
    if (visit.is === 'chosen') return visits('way-chosen', { when: dates.dayAt(visit.time) });
    return visits(visit.is === 'offered' ? 'way-offered' : 'way-to-offer');
  }
  if (kind === 'other-form') return forms('way-open');
  if (kind === 'email-unencrypted' && state === 'ready') return forms('way-mailing');
  if (kind === 'email-unencrypted' && state === 'delivered') return forms('way-mailed');
  if (isMedia && state === 'ready') return t('delivery-ready-media');
  if (isMedia && state === 'delivered' && carrier) return t('delivery-delivered-media', { carrier });
  if (kind === 'secure-link' && state === 'delivered') return t('delivery-delivered-link');
  return t(`delivery-${state}`);
}

function RenewPasscode({ way }: { way: Way }) {
  const t = useText(portalText);
  const renewing = useAct(newPasscode);
  const [passcode, setPasscode] = useState<string>();
  const renew = async () => {
    const made = await renewing.act({ deliveryId: way.id });
    if (made) setPasscode(made.passcode);
  };
  return (
    <>
      {passcode && (
        <Card tone="asking">
          <div role="status">
            <Passcode label={t('new-passcode-for', { name: way.recipientName ?? '' })} passcode={passcode} />
          </div>
          <p>{t('new-passcode-help')}</p>
        </Card>
      )}
      <Problem problem={renewing.problem} />
      {!passcode && (
        <Button look="plain" busy={renewing.busy ? t('new-passcode-busy') : undefined} onClick={() => void renew()}>
          {t('new-passcode')}
        </Button>
      )}
    </>
  );
}
