import { instruments, judgeAuthority, openPaper, readAuthorityCard } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { addressOf } from '../../client.ts';
import { calendarDateOf, noDate } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { SelectField, TextArea } from '../../design-system/field.tsx';
import { Link, LinkButton } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { Card, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useGoOn } from '../use-go-on.ts';
import type { AuthorityCard } from './authority-card.ts';
import { AuthorityExams } from './authority-exams.tsx';
import { Emancipation } from './emancipation.tsx';
import { LackLetter, LackWords } from './lack-letter.tsx';
import { FinalAnswer } from './not-shown.tsx';
import { RefuseRepresentative } from './refuse-representative.tsx';
import { RequestLayout } from './request-layout.tsx';
import { TellFamily } from './tell-family.tsx';

const scopes = ['health-care', 'finances'] as const;

/** "May they ask?": what they claim, what they sent, and what somebody read in it. The server says what follows. */
export function JudgeAuthority({ file }: { file: RequestFile }) {
  const t = useText(deskAuthorityText);
  const goOn = useGoOn();
  const card = useRead(readAuthorityCard, { requestId: file.id });
  const judge = useAct(judgeAuthority);
  const [instrument, setInstrument] = useState<(typeof instruments)[number]>(
    file.asked.requesterIs === 'executor'
      ? 'letters-testamentary'
      : file.asked.requesterIs === 'parent'
        ? 'birth-certificate'
        : 'health-care-power-of-attorney',
  );
  const [seen, setSeen] = useState('');
  const [scope, setScope] = useState<(typeof scopes)[number][]>(['health-care']);
  const [until, setUntil] = useState(noDate);
  const [takenBack, setTakenBack] = useState(noDate);
  const [again, setAgain] = useState(false);
  const [tried, setTried] = useState(false);
  const tooShort = seen.trim().length < 3;
  const record = async () => {
    setTried(true);
    if (tooShort) return;
    const validUntil = calendarDateOf(until);
    const revokedOn = calendarDateOf(takenBack);
    const paperId = card.value?.papers.at(-1)?.id;
    const done = await judge.act({
      requestId: file.id,
      instrument,
      whatWasSeen: seen.trim(),
      scope,
      ...(validUntil ? { validUntil } : {}),
      ...(revokedOn ? { revokedOn } : {}),
      ...(paperId ? { paperId } : {}),
    });
    if (done !== undefined) goOn();
  };
  const asking = again || !card.value?.shown;
  const unjudged = card.value?.exams.some(({ judged }) => !judged);
  return (
    <RequestLayout
      file={file}
      place="identity"
      title={t('title', { name: file.asked.requesterName })}
      subtitle={t('lead')}
      primary={
        asking
          ? { label: t('record'), act: () => void record(), busy: judge.busy ? t('saving') : undefined }
          : { label: t('go-on'), act: goOn, blocked: unjudged ? t('judge-first') : undefined }
      }
      beside={
        <>
          <Problem problem={judge.problem} />
          {card.value && (
            <LackLetter requestId={file.id} letters={card.value.letters} pauseAsks={card.value.pauseAsks} />
          )}
          {card.value && <FinalAnswer requestId={file.id} card={card.value} />}
        </>
      }
    >
      {card.value ? <Claim card={card.value} /> : <Loading words={t('reading')} />}
      <Problem problem={card.problem} onAgain={card.again} />
      {card.value && <AuthorityExams file={file} card={card.value} />}
      {card.value && <Emancipation requestId={file.id} card={card.value} />}
      {!asking && <LinkButton onClick={() => setAgain(true)}>{t('judge-again')}</LinkButton>}
      {asking && (
        <>
          <SelectField
            label={t('instrument')}
            value={instrument}
            onChange={(chosen) => setInstrument(instruments.find((one) => one === chosen) ?? 'other')}
            options={instruments.map((value) => ({ value, label: t(`paper-${value}`) }))}
          />
          <CheckTiles
            legend={t('scope')}
            values={scope}
            onChange={setScope}
            choices={scopes.map((value) => ({ value, label: t(`scope-${value}`) }))}
          />
          <TextArea
            label={t('seen')}
            help={t('seen-help')}
            value={seen}
            onChange={setSeen}
            problem={tried && tooShort ? t('need-seen') : fieldProblem(judge.problem, '/whatWasSeen')}
          />
          <DateField label={t('until')} value={until} onChange={setUntil} />
          {hasInstrument(file) && (
            <DateField
              label={t('paper-taken-back')}
              help={t('paper-taken-back-help')}
              value={takenBack}
              onChange={setTakenBack}
            />
          )}
        </>
      )}
      {card.value && <TellFamily requestId={file.id} card={card.value} />}
      {card.value && mayBeRefused(card.value) && !file.closed && (
        <RefuseRepresentative requestId={file.id} cite={card.value.cites.endangerment} />
      )}
    </RequestLayout>
  );
}

/** A power of attorney or an order of a court can be taken back; being a parent can not. */
function hasInstrument({ asked: { requesterIs } }: RequestFile): boolean {
  return requesterIs === 'personal-representative' || requesterIs === 'executor';
}

/** Family has no standing that could be refused. */
function mayBeRefused({ notTreated, requesterIs }: AuthorityCard): boolean {
  return !notTreated && requesterIs !== 'family';
}

function Claim({ card }: { card: AuthorityCard }) {
  const t = useText(deskAuthorityText);
  const dates = useDates();
  const wait = card.waits.find(({ kind }) => kind === 'identity');
  return (
    <Card tone={card.shown ? 'proved' : 'asking'}>
      <p className="identity-title">{t('claims', { what: t(`as-${card.requesterIs}`) })}</p>
      {card.basis && <p>“{card.basis}”</p>}
      {card.shown && <p>{t('shown')}</p>}
      {card.judgement && (
        <p>
          “{card.judgement.whatWasSeen}”{' '}
          <span className="quiet small">
            {t('judged-by', { name: card.judgement.judgedBy, when: dates.dayAndTime(card.judgement.judgedAt) })}
          </span>
        </p>
      )}
      {card.refusal?.code === 'no-right-of-access' && <p>{t('no-right')}</p>}
      {card.records.map(({ of, rule }) => (
        <p key={rule}>
          {t(`record-${of}`)} <span className="quiet small">{rule}</span>
        </p>
      ))}
      {card.notTreated && <p>{t('not-treated', { name: card.notTreated.decidedBy })}</p>}
      {card.refusal && card.refusal.lacks.length > 0 && (
        <>
          <p>{t('lacking')}:</p>
          <ul>
            {card.refusal.lacks.map(({ name, cite }) => (
              <li key={name}>
                <LackWords name={name} />{' '}
                <span className="quiet small">
                  <Cite of={cite} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {wait && <p className="quiet">{t('waits-since', { day: dates.day(dates.dayOf(wait.since)) })}</p>}
      <p>{t('papers')}:</p>
      {card.papers.length === 0 && <p className="quiet">{t('no-papers')}</p>}
      <ul>
        {card.papers.map(({ id, sentAt, sizeBytes }) => (
          <li key={id}>
            <Link href={addressOf(openPaper, { paperId: id })} newTab>
              {t('open-paper', { when: dates.dayAndTime(sentAt), kilobytes: Math.ceil(sizeBytes / 1024) })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
