import { isParcel, listRequests, readRequestFile } from '@echoback/server/contract';
import { useState } from 'react';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskText } from '../../locales/desk.ts';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { ClockBar } from '../clock.tsx';
import { useStaff } from '../signed-in.tsx';
import type { Row } from '../worklist/row.ts';
import { DeliveryCard } from './delivery-card.tsx';
import { LettersToPost } from './letters-to-post.tsx';

const pollMs = 15_000;

/** Media and letters show whose copies they are: an administrator runs the system and has no business in them. */
export function Media() {
  const t = useText(deskText);
  usePageTitle(t('media'));
  if (useStaff().role !== 'admin') return <ToPost />;
  return (
    <main className="desk-page" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('media')}</h1>
      <Empty title={t('media-whose')}>
        <p>{t('media-whose-next')}</p>
      </Empty>
    </main>
  );
}

/** What is to be burned, printed and posted, the most urgent first. */
function ToPost() {
  const t = useText(deskText);
  const list = useRead(listRequests, { show: 'open' }, { every: pollMs });
  const rows = list.value?.rows ?? [];
  const toPost = rows.filter((row) => row.next.step === 'post-media');
  const onTheRoad = rows.filter((row) => row.next.step === 'await-arrival');
  const [posted, setPosted] = useState<string>();
  const later = rows.filter(
    (row) => ![...toPost, ...onTheRoad].includes(row) && row.deliveries.some((kind) => isParcel(kind)),
  );
  return (
    <main className="desk-page" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('media-title', { count: toPost.length })}</h1>
      <p className="quiet">{t('media-help')}</p>
      {posted && <p role="status">{posted}</p>}
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('worklist-loading')} />}
      {list.value && toPost.length === 0 && (
        <Empty title={t('no-media')}>
          <p>{later.length > 0 ? t('media-later', { count: later.length }) : t('no-media-next')}</p>
        </Empty>
      )}
      {toPost.map((row) => (
        <Parcel
          key={row.id}
          row={row}
          onPosted={(carrier) => setPosted(t('posted', { reference: row.reference, carrier }))}
        />
      ))}
      {onTheRoad.length > 0 && <h2>{t('media-on-the-road', { count: onTheRoad.length })}</h2>}
      {onTheRoad.map((row) => (
        <Parcel key={row.id} row={row} onArrived={list.again} />
      ))}
      <LettersToPost />
    </main>
  );
}

function Parcel({
  row,
  onPosted,
  onArrived,
}: {
  row: Row;
  onPosted?: (carrier: string) => void;
  onArrived?: () => void;
}) {
  const fees = useText(feeText);
  const file = useRead(readRequestFile, { requestId: row.id });
  const name = `${row.patientGivenName} ${row.patientFamilyName}`;
  return (
    <section className="parcel">
      <div className="parcel-head">
        <h2>
          <Link to={`/desk/requests/${row.id}`}>{name}</Link> <span className="mono quiet">{row.reference}</span>
        </h2>
        <ClockBar due={row.due} />
      </div>
      <Problem problem={file.problem} onAgain={file.again} />
      {file.value && file.value.work !== 'may-begin' && (
        <div className="problem">
          <p className="problem-title">{fees('media-waits')}</p>
          <p>
            <Link to={`/desk/requests/${row.id}?at=fee`}>{fees('media-waits-next')}</Link>
          </p>
        </div>
      )}
      {file.value?.deliveries
        .filter((delivery) => isParcel(delivery.kind))
        .map((delivery) => (
          <DeliveryCard
            key={delivery.id || delivery.askedDeliveryId}
            delivery={delivery}
            name={name}
            mayBegin={file.value?.work === 'may-begin'}
            {...(onPosted && { onPosted })}
            {...(onArrived && { onArrived })}
          />
        ))}
    </section>
  );
}
