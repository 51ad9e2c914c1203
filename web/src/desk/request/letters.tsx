import { openDeskLetter } from '@echoback/server/contract';
import { addressOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { useDates } from '../../facility.tsx';
import { LetterTitle } from '../../letter-title.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { RequestFile } from '../request-file.ts';

/** Letters as they were sent. */
export function Letters({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  if (file.letters.length === 0) return null;
  return (
    <section>
      <h2>{t('letters')}</h2>
      <ul className="record-list">
        {file.letters.map((letter) => (
          <li key={letter.id}>
            <Link href={addressOf(openDeskLetter, { letterId: letter.id })} newTab>
              <LetterTitle titles={letter.titles} />
            </Link>
            <span className="quiet"> · {dates.dayAndTime(letter.madeAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
