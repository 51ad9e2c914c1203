import { retrieveAgain } from '@echoback/server/contract';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import type { Text } from '../../locales/text.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import { countList, type MissingObject, totalOf } from '../../viewer/counts.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { failureWords, useFailureText } from '../failure-words.ts';
import { useIdentityWords } from '../request/identity-card.tsx';
import type { RequestFile } from '../request-file.ts';
import type { Checking } from './checking.ts';

/** One check: a mark with its word, what was checked, and the figures behind it. */
export function CheckLine({
  state,
  title,
  children,
}: {
  state: 'ok' | 'look' | 'stop';
  title: string;
  children: ReactNode;
}) {
  const t = useText(deskCheckText);
  return (
    <li className={`check-line check-${state}`}>
      <span className="check-mark" aria-hidden="true">
        {state === 'ok' ? '✓' : state === 'look' ? '!' : '✗'}
      </span>
      <div>
        <p className="check-title">
          {title} <span className="visually-hidden">({t(`check-${state}`)})</span>
        </p>
        {children}
      </div>
    </li>
  );
}

/** "Archive lists 42 pictures, 9 clips and 1 report. We hold 42, 9 and 1." What is missing is named, one by one. */
export function CompleteCheck({ checking }: { checking: Checking }) {
  const t = useText(deskCheckText);
  const words = useText(wordsText);
  const { language } = useLanguage();
  const { ok, listed, given, missing } = checking.complete;
  const kinds = (['stills', 'clips', 'reports', 'other'] as const).filter((kind) => listed[kind] + given[kind] > 0);
  const held = new Intl.ListFormat(language, { type: 'conjunction' }).format(
    kinds.map((kind) => new Intl.NumberFormat(language).format(given[kind])),
  );
  return (
    <CheckLine
      state={ok ? 'ok' : 'look'}
      title={ok ? t('all-here') : t('some-missing', { count: missing.length, total: totalOf(listed) })}
    >
      <p>{t('archive-lists', { listed: countList(listed, words, language), held })}</p>
      {missing.length > 0 && (
        <ul className="check-missing">
          {inOrder(missing).map(({ place, one }) => (
            <li key={place}>
              <Missing missing={one} />
            </li>
          ))}
        </ul>
      )}
      {missing.length > 0 && <AskAgain checking={checking} />}
    </CheckLine>
  );
}

/** What the archive itself holds only in part: given and shown as far as it goes, with that said. Nothing when all is whole. */
export function CutOffCheck({ checking }: { checking: Checking }) {
  const t = useText(deskCheckText);
  const cut = checking.exams.flatMap(({ items }) => items).filter(({ cutOff }) => cutOff);
  if (cut.length === 0) return null;
  return (
    <CheckLine state="look" title={t('cut-off', { count: cut.length })}>
      <p>{t('cut-off-help')}</p>
      <p>{cut.map(({ label }) => label).join(', ')}</p>
    </CheckLine>
  );
}

/** What is held is not fetched twice. The request then goes back to fetching, and comes here again by itself. */
function AskAgain({ checking }: { checking: Checking }) {
  const t = useText(deskCheckText);
  const navigate = useNavigate();
  const { requestId = '' } = useParams();
  const again = useAct(retrieveAgain);
  const lacking = checking.exams.filter((exam) => exam.counts.missing.length > 0);
  const ask = async () => {
    let asked = true;
    for (const { matchId } of lacking) asked = (await again.act({ matchId })) !== undefined && asked;
    if (asked) void navigate(`/desk/requests/${requestId}`);
  };
  return (
    <>
      <LinkButton onClick={() => void ask()}>{t('ask-again')}</LinkButton>
      <Problem problem={again.problem} />
    </>
  );
}

function Missing({ missing }: { missing: MissingObject }) {
  const words = useText(wordsText);
  const failures = useFailureText();
  const where = words('series-and-number', {
    series: missing.seriesNumber ?? '–',
    number: missing.instanceNumber ?? '–',
  });
  return (
    <>
      {words(`kind-${missing.kind}`)}, {where}: {failureWords(failures, missing.why)}
    </>
  );
}

/** Whose copy it will be, in view until it is given. */
export function IdentityCheck({ file }: { file: RequestFile }) {
  const t = useText(deskCheckText);
  const known = useIdentityWords(file);
  if (!known) {
    return (
      <CheckLine state="stop" title={t('identity-lacking')}>
        <p>{t('blocked-identity')}</p>
      </CheckLine>
    );
  }
  return (
    <CheckLine state="ok" title={known.title}>
      <p>{known.how}</p>
    </CheckLine>
  );
}

/** "52 of 52 say Ana Rivera, 1993-04-12, 004471." Two patients are a stop that nobody can override. */
export function OnePatientCheck({ file, checking }: { file: RequestFile; checking: Checking }) {
  const t = useText(deskCheckText);
  const { ok, checked, differing } = checking.onePatient;
  const items = checking.exams.flatMap((exam) => exam.items);
  const first = items.find((item) => item.samePatient);
  const others = new Set(differing.map(({ instanceId }) => instanceId)).size;
  const reasons = file.examItems.flatMap(({ matches }) => matches.flatMap((match) => match.nearMissReason ?? []));
  const said = [first?.headerName, first?.headerBirthDate, first?.headerMrn].filter(Boolean).join(', ');
  return (
    <CheckLine state={ok ? 'ok' : 'stop'} title={t(ok ? 'one-patient' : 'more-patients')}>
      <p>{t('say-patient', { same: checked - others, checked, patient: said || '–' })}</p>
      {differing.length > 0 && (
        <ul className="check-missing">
          {inOrder(differing).map(({ place, one }) => (
            <li key={place}>
              {items.find((item) => item.instanceId === one.instanceId)?.label ?? t('another-file')}:{' '}
              {t('says', { fact: factWord(t, one.fact), found: one.found ?? '–' })}
            </li>
          ))}
        </ul>
      )}
      {inOrder(reasons).map(({ place, one }) => (
        <p key={place}>{t('near-because', { reason: one })}</p>
      ))}
      {!ok && <p>{t('more-patients-next')}</p>}
    </CheckLine>
  );
}

function factWord(t: Text<typeof deskCheckText.en>, fact: string): string {
  const facts = ['name', 'birth-date', 'mrn', 'sex'] as const;
  const known = facts.find((each) => each === fact);
  return known ? t(`fact-${known}`) : fact;
}

/** Broken files that were kept aside; they are not given, and count as missing when the archive listed them. */
export function QuarantineCheck({ checking }: { checking: Checking }) {
  const t = useText(deskCheckText);
  const failures = useFailureText();
  const kept = checking.exams.flatMap((exam) => exam.quarantined);
  if (kept.length === 0) return null;
  return (
    <CheckLine state="look" title={t('kept-aside', { count: kept.length })}>
      <ul className="check-missing">
        {inOrder(kept).map(({ place, one }) => (
          <li key={place}>{failureWords(failures, one.reason)}</li>
        ))}
      </ul>
    </CheckLine>
  );
}
