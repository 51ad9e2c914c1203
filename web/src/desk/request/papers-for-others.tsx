import { readAuthorityCard } from '@echoback/server/contract';
import { Problem } from '../../design-system/problem.tsx';
import { Pill } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useRead } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';

type Paper = AuthorityCard['instruments'][number];

/** Each paper under which a copy goes to somebody else: whole or not, and its own day, since each has its own clock (OD-6). */
export function PapersForOthers({ requestId }: { requestId: string }) {
  const t = useText(deskAuthorityText);
  const { value, problem, again } = useRead(readAuthorityCard, { requestId });
  const papers = value?.instruments.filter(({ state }) => state !== 'not-needed') ?? [];
  return (
    <>
      <Problem problem={problem} onAgain={again} />
      {papers.length > 0 && (
        <section className="stack">
          <h2>{t('others-papers')}</h2>
          {papers.map((paper) => (
            <PaperCard key={paper.askedDeliveryId} paper={paper} />
          ))}
        </section>
      )}
    </>
  );
}

function PaperCard({ paper }: { paper: Paper }) {
  const t = useText(deskAuthorityText);
  const words = useText(wordsText);
  const dates = useDates();
  const { kind, recipientName, under, state, due } = paper;
  const kinds = ['online', 'email-unencrypted', 'secure-link', 'cd', 'dvd', 'usb', 'prints', 'other-form'] as const;
  const known = kinds.find((one) => one === kind);
  return (
    <section className="card delivery">
      <div className="choice-head">
        <p className="choice-title">
          {recipientName ?? t('somebody-else')}
          <span className="choice-about">
            {t(`others-under-${under}`)}
            {known && ` · ${words(`delivery-${known}`)}`}
          </span>
        </p>
        <Pill tone={state === 'valid' ? 'ok' : 'plain'}>{t(`others-${state === 'not-needed' ? 'valid' : state}`)}</Pill>
      </div>
      {due ? (
        <p>{t('others-due', { day: dates.day(due.statutory), target: dates.day(due.worklist) })}</p>
      ) : (
        <p className="small">{t(under === 'directive' ? 'others-no-day' : 'others-no-clock')}</p>
      )}
    </section>
  );
}
