import { useState } from 'react';
import { Dialog } from '../../design-system/disclosure.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { deskHistoryText } from '../../locales/desk-history.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import type { RequestFile } from '../request-file.ts';
import { useEventWords } from './event-words.ts';

type Event = RequestFile['history'][number];

const newest = 6;
/** Steps that the line above them already tells. */
const detail = ['exam-item.moved', 'request.opened', 'letter.made', 'mail.sent'];

/** The newest events beside the decision; all of them, with who and what, one press away. */
export function History({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const words = useEventWords();
  const [open, setOpen] = useState(false);
  const inOrderOfTime = [...file.history].sort((a, b) => (a.at < b.at ? 1 : -1));
  const main = inOrderOfTime.filter((event) => !detail.includes(event.type)).slice(0, newest);
  return (
    <section>
      <h2>{t('history')}</h2>
      <ol className="record-list">
        {inOrder(main).map(({ place, one }) => (
          <li key={place}>
            <span className="quiet">{dates.time(one.at)} ·</span> {words.what(one)}
          </li>
        ))}
      </ol>
      <p>
        <LinkButton onClick={() => setOpen(true)}>{t('whole-history', { count: file.history.length })}</LinkButton>
      </p>
      <Dialog title={t('history')} open={open} onClose={() => setOpen(false)}>
        <WholeHistory events={inOrderOfTime} />
      </Dialog>
    </section>
  );
}

function WholeHistory({ events }: { events: readonly Event[] }) {
  const t = useText(deskHistoryText);
  const dates = useDates();
  const words = useEventWords();
  const days = Map.groupBy(events, (event) => dates.dayOf(event.at));
  return (
    <table className="plain-table history-table">
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('who')}</th>
        </tr>
      </thead>
      {[...days].map(([day, ofDay]) => (
        <tbody key={day}>
          <tr>
            <th scope="rowgroup" colSpan={3} className="history-day">
              {dates.shortDay(day)}
            </th>
          </tr>
          {inOrder(ofDay).map(({ place, one }) => (
            <tr key={place}>
              <td>{dates.time(one.at)}</td>
              <td>
                {words.what(one)}
                {words.more(one) && <span className="small quiet"> {words.more(one)}</span>}
              </td>
              <td>{words.who(one)}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
