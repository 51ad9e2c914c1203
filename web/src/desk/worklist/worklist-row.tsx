import { Link } from 'react-router';
import { useDates } from '../../facility.tsx';
import { deskText } from '../../locales/desk.ts';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { touchlessText } from '../../locales/touchless.ts';
import { useText } from '../../locales/use-text.tsx';
import { ClockBar } from '../clock.tsx';
import { useDeskMemory } from '../desk-frame.tsx';
import { NextWords } from '../next-words.tsx';
import { useAskedWords } from '../use-asked-words.ts';
import type { Row } from './row.ts';

/** One request on one line: its clock, who, what, what comes next and with whom it is. The whole line opens it. */
export function WorklistRow({ row }: { row: Row }) {
  const t = useText(deskText);
  const paper = useText(deskIntakeText);
  const itself = useText(touchlessText);
  const dates = useDates();
  const { lastOpened } = useDeskMemory();
  const { inShort, deliveriesInShort } = useAskedWords();
  return (
    <li className={row.next.with === 'you' ? 'is-yours' : undefined}>
      <Link
        to={`/desk/requests/${row.id}`}
        className="worklist-row"
        data-id={row.id}
        onClick={() => {
          lastOpened.current = row.id;
        }}
      >
        <span className="worklist-clock">
          {row.review ? (
            <span className={row.review.daysLeft < 0 ? 'clock-late' : undefined}>
              {t('review-by', { day: dates.shortDay(row.review.decideBy) })}
            </span>
          ) : row.closed && !row.answerToPost ? (
            <span className="quiet">{t('closed')}</span>
          ) : (
            <ClockBar due={row.due} />
          )}
        </span>
        <span className="worklist-patient">
          <strong>
            {row.patientFamilyName}, {row.patientGivenName}
          </strong>
          <span className="worklist-small">
            <span className="visually-hidden">{t('born')} </span>
            {row.patientBirthDate} · <span className="mono">{row.reference}</span>
            {row.channel !== 'portal' && ` · ${paper(`channel-${row.channel}`)}`}
            {row.scanAttached && ` · ${paper('scan-attached')}`}
          </span>
        </span>
        <span className="worklist-asked">
          {row.asked.map(inShort).join('; ')}
          {' · '}
          {deliveriesInShort(row.deliveries)}
        </span>
        <span className="worklist-next">
          <NextWords next={row.next} />
          {row.letterToPost && (
            <span className="worklist-small">
              {row.letterToPost.sendBy
                ? paper('letter-to-post-by', { day: dates.plainDay(row.letterToPost.sendBy) })
                : paper('letter-to-post')}
            </span>
          )}
          {row.givenByItself && <span className="worklist-small">{itself('given-short')}</span>}
          <WaitsInShort waits={row.waits} />
          <AvailableInShort available={row.available} />
        </span>
        <span className="worklist-with">{t(`with-${row.next.with}`)}</span>
      </Link>
    </li>
  );
}

/** On what it waits and since when, proof of identity and a question each by itself; the due date has not moved for that. */
function WaitsInShort({ waits }: { waits: Row['waits'] }) {
  const t = useText(deskText);
  const dates = useDates();
  return waits.map(({ cause, since }) => (
    <span key={cause} className="worklist-small">
      {t(`waits-${cause}`)} {t('since', { day: dates.shortDay(since) })}
    </span>
  ));
}

/** What could be given and waits longer than the house allows. */
function AvailableInShort({ available }: { available: Row['available'] }) {
  const t = useText(deskText);
  const dates = useDates();
  if (!available || available.level === 'nothing') return null;
  return (
    <span className="worklist-small clock-late">
      {t('available-short', { day: dates.shortDay(available.sinceDay) })}
    </span>
  );
}
