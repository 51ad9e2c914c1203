import { listLanguageReviews, recordLanguageReview } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { letterName, letterText } from '../../locales/letter.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

type Awaited = OutputOf<typeof listLanguageReviews>['awaited'][number];

/** Which translations a qualified person has still to read. */
export function LanguageReviews() {
  const t = useText(deskPolicyText);
  const names = useText(letterText);
  const dates = useDates();
  const mayRecord = useStaff().role === 'admin';
  const list = useRead(listLanguageReviews, {});
  const [open, setOpen] = useState<string>();
  const awaited = list.value?.awaited ?? [];
  const reviewed = list.value?.reviewed ?? [];
  return (
    <SettingsPage title={t('letters')}>
      <p className="quiet">{t('letters-help')}</p>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading')} />}
      {list.value && awaited.length === 0 && <Empty title={t('none-awaited')} />}
      {awaited.length > 0 && <h2>{t('awaited', { count: awaited.length })}</h2>}
      <ul className="period-list">
        {awaited.map((wording) => {
          const key = `${wording.letter}-${wording.language}`;
          return (
            <li key={key} className="period">
              <p>
                <strong>{names(letterName(wording.letter))}</strong>{' '}
                <span className="small quiet mono">{wording.letter}</span> · {t(`language-${languageKey(wording)}`)} ·{' '}
                {t(`standing-${wording.standing}`)}
                {wording.byLaw && ` · ${t('letter-by-law')}`}{' '}
                <span className="small quiet mono">{t('version', { version: wording.version })}</span>
              </p>
              {mayRecord && open !== key && <LinkButton onClick={() => setOpen(key)}>{t('record-review')}</LinkButton>}
              {open === key && <ReviewForm wording={wording} onDone={() => setOpen(undefined)} />}
            </li>
          );
        })}
      </ul>
      {reviewed.length > 0 && <h2>{t('reviewed')}</h2>}
      <ul className="period-list">
        {reviewed.map(({ letter, language, reviewedBy, qualification, reviewedOn }) => (
          <li key={`${letter}-${language}-${reviewedOn}-${reviewedBy}`} className="period">
            <strong>{names(letterName(letter))}</strong>{' '}
            {t('reviewed-line', { name: reviewedBy, qualification, day: dates.plainDay(reviewedOn) })}
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}

function languageKey({ language }: { language: string }): 'en' | 'es' {
  return language === 'es' ? 'es' : 'en';
}

function ReviewForm({ wording, onDone }: { wording: Awaited; onDone: () => void }) {
  const t = useText(deskPolicyText);
  const { act, busy, problem } = useAct(recordLanguageReview);
  const [reviewedBy, setReviewedBy] = useState('');
  const [qualification, setQualification] = useState('');
  const [tried, setTried] = useState(false);
  const record = async () => {
    setTried(true);
    if (!reviewedBy.trim() || !qualification.trim()) return;
    const { letter, version } = wording;
    const language = languageKey(wording);
    if ((await act({ letter, language, version, reviewedBy, qualification })) !== undefined) onDone();
  };
  return (
    <div className="stack">
      <TextField
        label={t('reviewed-by')}
        value={reviewedBy}
        onChange={setReviewedBy}
        autoComplete="off"
        problem={tried && !reviewedBy.trim() ? t('need-text') : undefined}
      />
      <TextField
        label={t('qualification')}
        help={t('qualification-help')}
        value={qualification}
        onChange={setQualification}
        autoComplete="off"
        problem={tried && !qualification.trim() ? t('need-text') : undefined}
      />
      <Problem problem={problem} />
      <p className="button-row">
        <Button busy={busy ? t('saving') : undefined} onClick={() => void record()}>
          {t('record-it')}
        </Button>
        <LinkButton onClick={onDone}>{t('cancel')}</LinkButton>
      </p>
    </div>
  );
}
