import type { dueDateWorking } from '@echoback/server/contract';

import type { z } from 'zod';
import { HowWeCount, OpenWaits } from '../clock/how-we-count.tsx';
import { Link } from '../design-system/link.tsx';
import { Pill, ProgressBar } from '../design-system/surface.tsx';
import { useDates } from '../facility.tsx';
import { deskText } from '../locales/desk.ts';
import type { Text } from '../locales/text.ts';
import { useText } from '../locales/use-text.tsx';
import type { wordsEn } from '../locales/words.en.ts';
import { wordsText } from '../locales/words.ts';
import type { RequestFile } from './request-file.ts';

type ClockFile = Pick<RequestFile, 'due' | 'waits' | 'available' | 'promises' | 'closed'>;
export type Due = z.output<typeof dueDateWorking>;

const tones = { fine: 'ok', soon: 'soon', late: 'late' } as const;

function daysWords(words: Text<typeof wordsEn>, due: Due): string {
  if (due.daysLeft < 0) return words('days-over', { count: -due.daysLeft });
  return due.daysLeft === 0 ? words('due-today') : words('days-left', { count: due.daysLeft });
}

/** How much of the legal time is used, as a bar with its words. */
export function ClockBar({ due }: { due: Due }) {
  const words = daysWords(useText(wordsText), due);
  return (
    <span className={`clock-bar clock-${due.level}`}>
      <ProgressBar label={words} value={due.fractionUsed} tone={tones[due.level]} hideLabel />
      <span className="clock-words" aria-hidden="true">
        {words}
      </span>
    </span>
  );
}

const promiseWords = {
  'acknowledge-electronic': 'promise-acknowledge',
  'acknowledge-paper': 'promise-acknowledge',
  'authority-doubt': 'promise-authority',
  'offer-inspection': 'promise-inspection',
} as const;

/** The day it is due, how it was counted, and what is waited for. A request that ended late says so for ever. */
export function ClockCard({ file: { due, waits, available, promises, closed } }: { file: ClockFile }) {
  const t = useText(deskText);
  const words = useText(wordsText);
  const dates = useDates();
  return (
    <section className="card clock-card" aria-label={t('column-due')}>
      <p className="term">{t('column-due')}</p>
      <p className="clock-day">{dates.shortDay(due.on)}</p>
      {(!closed || due.level === 'late') && <Pill tone={tones[due.level]}>{daysWords(words, due)}</Pill>}
      <p className="small quiet">{t('due-working', { received: dates.shortDay(due.receivedOn), days: due.days })}</p>
      {!closed && due.actionBy !== due.on && (
        <p className="small quiet">{t('action-by', { day: dates.shortDay(due.actionBy) })}</p>
      )}
      <div className="small">
        <OpenWaits waits={waits} />
        <HowWeCount due={due} />
        {available && available.level !== 'nothing' && (
          <p className="clock-late">{t('available-since', { day: dates.shortDay(available.sinceDay) })}</p>
        )}
        {promises.map((promise) => (
          <p key={promise.name} className={promise.late ? 'clock-late' : 'quiet'}>
            {t(promiseWords[promise.name], { day: dates.shortDay(promise.by) })} <PromiseKept promise={promise} />
          </p>
        ))}
        {!closed && (
          <p>
            <Link to="?at=extension">{t('more-time')}</Link>
          </p>
        )}
      </div>
    </section>
  );
}

const keptWords = {
  'acknowledge-electronic': ['promise-kept', 'promise-open'],
  'acknowledge-paper': ['promise-kept', 'promise-open'],
  'authority-doubt': ['promise-settled', 'promise-unsettled'],
  'offer-inspection': ['promise-inspection-kept', 'promise-inspection-open'],
} as const;

function PromiseKept({ promise: { name, keptOn } }: { promise: RequestFile['promises'][number] }) {
  const t = useText(deskText);
  const dates = useDates();
  const [kept, open] = keptWords[name];
  return keptOn ? t(kept, { day: dates.shortDay(keptOn) }) : t(open);
}
