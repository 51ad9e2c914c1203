import type { explainedDueDate, openWait } from '@echoback/server/contract';
import type { z } from 'zod';
import { Cite } from '../cite.tsx';
import { Disclosure } from '../design-system/disclosure.tsx';
import { useDates } from '../facility.tsx';
import { clockText } from '../locales/clock.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import './clock.css';

export type ExplainedDue = z.output<typeof explainedDueDate>;
type Clock = ExplainedDue['clocks'][number];

const known = ['us-federal', 'eu-gdpr', 'facility'] as const;

/** Every period that runs, and the letter that may have moved the day, in sentences; the clause is one tap further. */
export function HowWeCount({ due }: { due: ExplainedDue }) {
  const t = useText(clockText);
  const dates = useDates();
  const { extension } = due;
  return (
    <Disclosure summary={t('how-count')}>
      {extension && (
        <div className="counted">
          <p>{t('extended', { sent: dates.day(extension.sentOn), day: dates.day(extension.promisedOn) })}</p>
          <p>{t('extended-because', { reason: extension.reason })}</p>
        </div>
      )}
      <ul className="counted-list">
        {due.clocks.map((clock) => (
          <Counted
            key={`${clock.rule} ${clock.kind}`}
            clock={clock}
            alone={due.clocks.length === 1 || Boolean(extension)}
            named={due.clocks.some((other) => other !== clock && isNamedAlike(other, clock))}
            looks={due.clocks.some(({ kind, governs }) => kind === 'inspect' && governs)}
          />
        ))}
      </ul>
      <Disclosure summary={t('where-written')}>
        <ul className="counted-list small">
          {due.clocks.map((clock) => (
            <li key={`${clock.rule} ${clock.kind}`}>
              <LawName clock={clock} />: <Cite of={clock.cite} />
            </li>
          ))}
          {extension && (
            <li>
              {t('extension-rule')}: <Cite of={extension.cite} />
            </li>
          )}
        </ul>
      </Disclosure>
    </Disclosure>
  );
}

function isNamedAlike(one: Clock, other: Clock): boolean {
  return one.jurisdiction === other.jurisdiction && one.kind === other.kind;
}

type Told = { clock: Clock; alone: boolean; looks: boolean; named: boolean };

/**
 * `looks`: the due date is the one for looking in person, and the copy has another one. `named`: another section of the same
 * law counts too, so that each says which it is.
 */
function Counted({ clock, alone, looks, named }: Told) {
  const t = useText(clockText);
  const { language } = useLanguage();
  return (
    <li className={clock.acts ? undefined : 'quiet'}>
      <strong>
        <LawName clock={clock} />
        {clock.kind === 'inspect' && `, ${t('kind-inspect')}`}
        {clock.kind === 'copy' && looks && `, ${t('kind-copy')}`}
        {named && (
          <>
            {': '}
            <Cite of={clock.cite} />
          </>
        )}
      </strong>
      <p>
        {clock.words[language]} {clock.governs && !alone && t('governs')} {!clock.acts && t('acts-not')}
      </p>
    </li>
  );
}

function LawName({ clock }: { clock: Clock }) {
  const t = useText(clockText);
  const name = known.find((each) => each === clock.jurisdiction);
  return name ? t(`law-${name}`) : t('law-state', { name: clock.lawName });
}

/** What is still missing from the person and since when, and that the day stays where it is. */
export function OpenWaits({ waits }: { waits: readonly z.output<typeof openWait>[] }) {
  const t = useText(clockText);
  const dates = useDates();
  if (waits.length === 0) return null;
  return (
    <div className="open-waits">
      <p className="term">{t('waiting-for')}</p>
      {waits.map(({ cause, since }) => (
        <p key={`${cause} ${since}`}>{t(`wait-${cause}`, { day: dates.day(since) })}</p>
      ))}
      <p className="quiet">
        {t(waits.some(({ movesDeadline }) => movesDeadline) ? 'deadline-waits' : 'deadline-stays')}
      </p>
    </div>
  );
}
