import { handOverLetter, lettersToPost, openDeskLetter } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf, type OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { useLetterTitle } from '../../letter-title.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';

type Letter = OutputOf<typeof lettersToPost>['letters'][number];

/** Letters for people without e-mail: printed here, and sent when the carrier takes them. */
export function LettersToPost() {
  const t = useText(deskIntakeText);
  const list = useRead(lettersToPost, {});
  const letters = list.value?.letters ?? [];
  return (
    <section className="stack">
      <h2>{t('letters-to-post')}</h2>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.value && <p className="quiet">{t(letters.length > 0 ? 'letters-to-post-help' : 'no-letters')}</p>}
      {letters.map((letter) => (
        <LetterCard key={letter.id} letter={letter} />
      ))}
    </section>
  );
}

function LetterCard({ letter }: { letter: Letter }) {
  const t = useText(deskIntakeText);
  const dates = useDates();
  const hand = useAct(handOverLetter);
  const [carrier, setCarrier] = useState('USPS');
  return (
    <form
      className="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void hand.act({ letterId: letter.id, carrier });
      }}
    >
      <p>
        <Link href={addressOf(openDeskLetter, { letterId: letter.id })} newTab>
          {t('print-letter', { title: useLetterTitle(letter.titles).title, name: letter.addressee })}
        </Link>{' '}
        <Link to={`/desk/requests/${letter.requestId}`}>
          <span className="mono">{letter.reference}</span>
        </Link>
        {letter.sendBy && ` · ${t('send-by', { day: dates.plainDay(letter.sendBy) })}`}
      </p>
      {letter.mailFailed && <p>{t('mail-came-back')}</p>}
      {letter.address.length === 0 && <p>{t('no-address')}</p>}
      <address className="mailing-address">
        {inOrder(letter.address).map(({ place, one }) => (
          <span key={place}>{one}</span>
        ))}
      </address>
      <TextField label={t('carrier')} value={carrier} onChange={setCarrier} />
      <Problem problem={hand.problem} />
      <p>
        <Button type="submit">{t('hand-over')}</Button>
      </p>
    </form>
  );
}
