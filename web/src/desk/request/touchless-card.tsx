import { useDates } from '../../facility.tsx';
import { touchlessEn } from '../../locales/touchless.en.ts';
import { touchlessText } from '../../locales/touchless.ts';
import { useText } from '../../locales/use-text.tsx';
import type { RequestFile } from '../request-file.ts';

type Verdict = RequestFile['touchless'][number];

/** What the program did without a person, or every reason why it left this to one; nothing where it was never asked. */
export function TouchlessCard({ file }: { file: RequestFile }) {
  const t = useText(touchlessText);
  const dates = useDates();
  const left = file.closed || file.givenByItself ? [] : file.touchless.filter((verdict) => stillCounts(verdict, file));
  const given = file.touchless.findLast(({ about, byItself }) => about === 'release' && byItself);
  if (left.length === 0 && !file.givenByItself) return null;
  return (
    <section className="stack-small">
      <h2>{t('card-title')}</h2>
      {file.givenByItself && (
        <p>
          {t('given-by-itself')} {given && <span className="quiet">{dates.dayAndTime(given.at)}</span>}
        </p>
      )}
      {left.length > 0 && <p>{t('person-looks')}</p>}
      {left.length > 0 && (
        <ul className="record-list">
          {left.flatMap(({ about, examItemId, reasons }) =>
            reasons.map((reason) => (
              <li key={`${about} ${examItemId} ${reason}`}>
                <span className="quiet">{t(`about-${about}`)} ·</span> {reasonWords(t, reason)}
              </li>
            )),
          )}
        </ul>
      )}
    </section>
  );
}

/** A question that a person has answered since is no question any more. */
function stillCounts({ about, byItself, examItemId }: Verdict, { identity, examItems }: RequestFile): boolean {
  if (byItself) return false;
  if (about === 'person') return !identity.proved;
  if (about === 'study') {
    return examItems.some(({ id, state }) => id === examItemId && (state === 'received' || state === 'searching'));
  }
  return examItems.some(({ state }) => state === 'checking');
}

function reasonWords(t: ReturnType<typeof useText<typeof touchlessEn>>, reason: string): string {
  const key = `because-${reason}`;
  return Object.hasOwn(touchlessEn, key) ? t(key as 'because-on-hold') : reason;
}
