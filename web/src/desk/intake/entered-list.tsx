import { Button, ButtonLink } from '../../design-system/button.tsx';
import { useDates } from '../../facility.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Entered } from './typed-intake.ts';

/** What was taken in: its day, and what is still owed to the person. */
export function EnteredList({ entered, onAgain }: { entered: Entered; onAgain: () => void }) {
  const t = useText(deskIntakeText);
  const dates = useDates();
  return (
    <main className="desk-page" id="content" tabIndex={-1}>
      {entered.map((request) => (
        <section key={request.id} className="card stack">
          <h1 tabIndex={-1}>{t('taken-in', { due: dates.plainDay(request.dueOn) })}</h1>
          <p className="mono">{request.reference}</p>
          <p>
            {request.acknowledgedBy === 'post'
              ? t('ack-post', { day: dates.plainDay(request.acknowledgeBy) })
              : t('ack-mail')}
          </p>
          {request.passcodes.map(({ recipientName, passcode }) => (
            <p key={passcode}>{t('passcode-for', { name: recipientName, passcode })}</p>
          ))}
          <ButtonLink to={`/desk/requests/${request.id}`}>{t('open-request')}</ButtonLink>
        </section>
      ))}
      <p>
        <Button look="second" onClick={onAgain}>
          {t('next-intake')}
        </Button>
      </p>
    </main>
  );
}
