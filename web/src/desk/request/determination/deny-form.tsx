import { previewDenial, proposeDenial } from '@echoback/server/contract';
import { useEffect, useRef, useState } from 'react';
import type { InputOf } from '../../../client.ts';
import { Button } from '../../../design-system/button.tsx';
import { Disclosure } from '../../../design-system/disclosure.tsx';
import { SelectField, TextArea, TextField } from '../../../design-system/field.tsx';
import { LetterView } from '../../../letters/letter-view.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct, useRead } from '../../../use-endpoint.ts';
import { useLawWords } from '../../law-words.ts';
import type { DecidedExam, Determinations } from './determinations.ts';
import { PartOfExam } from './part-of-exam.tsx';
import { Refusal } from './refusal.tsx';
import { Lacks, Why } from './why.tsx';

type Wish = Omit<InputOf<typeof proposeDenial>, 'examItemId'>;

const nothing: Wish = { ground: '', basis: '', shown: {}, withheld: '', withheldObjects: [], withholdsReport: false };

/** A denial as it is written: the ground with what it demands, and the letter growing beside it. */
export function DenyForm({
  decided,
  exam,
  onDone,
}: {
  decided: Determinations;
  exam: DecidedExam;
  onDone: () => void;
}) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  const propose = useAct(proposeDenial);
  const [wish, setWish] = useState(nothing);
  const change = (part: Partial<Wish>) => setWish((before) => ({ ...before, ...part }));
  const ground = decided.grounds.find(({ code }) => code === wish.ground);
  const noGround = decided.notGrounds.find(({ reason }) => reason === wish.ground);
  const act = async () => {
    if ((await propose.act({ examItemId: exam.examItemId, ...wish })) !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      <SelectField
        label={t('ground')}
        value={wish.ground}
        onChange={(code) => change({ ground: code, shown: {} })}
        options={[
          { value: '', label: '–' },
          ...decided.grounds.map(({ code, ground: words }) => ({ value: code, label: `${code}: ${law(words)}` })),
          ...decided.notGrounds.map(({ reason }) => ({ value: reason, label: law(reason) })),
        ]}
      />
      {ground && (
        <p className="small">
          {law(ground.cite)}. {t(`hand-${ground.hand}`)} {t(ground.reviewable ? 'reviewable' : 'not-reviewable')}
        </p>
      )}
      <Disclosure summary={t('not-grounds')}>
        <ul className="small">
          {decided.notGrounds.map((one) => (
            <li key={one.reason}>
              <NoGround {...one} />
            </li>
          ))}
        </ul>
      </Disclosure>
      {ground && (
        <>
          <PartOfExam exam={exam} wish={wish} onChange={change} />
          <TextField
            label={t('withheld')}
            help={t('withheld-help')}
            value={wish.withheld}
            onChange={(withheld) => change({ withheld })}
          />
          <TextArea
            label={t('basis')}
            help={t('basis-help')}
            value={wish.basis}
            onChange={(basis) => change({ basis })}
          />
          {ground.conditions.map((condition) => (
            <TextField
              key={condition}
              label={law(condition)}
              value={wish.shown[condition] ?? ''}
              onChange={(said) => change({ shown: { ...wish.shown, [condition]: said } })}
            />
          ))}
          {ground.returns && <Returns wish={wish} onChange={change} />}
        </>
      )}
      {noGround && (
        <p className="lacks" role="status">
          <NoGround {...noGround} />
        </p>
      )}
      {ground && <Preview examItemId={exam.examItemId} wish={wish} />}
      <Refusal problem={propose.problem} />
      <Button disabled={!ground} busy={propose.busy ? t('proposing') : undefined} onClick={() => void act()}>
        {t('propose')}
      </Button>
    </div>
  );
}

/** What is no ground, and what holds instead. */
function NoGround({ reason, instead, letter, cite }: Determinations['notGrounds'][number]) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  return letter
    ? t('no-ground-letter', { reason: law(reason), letter, cite: law(cite) })
    : t('no-ground-instead', { reason: law(reason), instead: instead ? law(instead) : '–', cite: law(cite) });
}

function Returns({ wish, onChange }: { wish: Wish; onChange: (part: Partial<Wish>) => void }) {
  const t = useText(deskDeterminationText);
  return (
    <>
      <TextField
        label={t('returns-on')}
        help={t('returns-on-help')}
        type="date"
        value={wish.accessReturnsOn ?? ''}
        onChange={(day) => onChange({ accessReturnsOn: day || undefined })}
      />
      <TextField
        label={t('returns-words')}
        help={t('returns-words-help')}
        value={wish.accessReturnsWords ?? ''}
        onChange={(words) => onChange({ accessReturnsWords: words || undefined })}
      />
    </>
  );
}

/** Read again as it is written: what is lacking by its name, and the letter itself. */
function Preview({ examItemId, wish }: { examItemId: string; wish: Wish }) {
  const t = useText(deskDeterminationText);
  const preview = useRead(previewDenial, { examItemId, ...useSettled(wish) });
  const last = useRef(preview.value);
  if (preview.value) last.current = preview.value;
  if (!last.current) return null;
  const { lacks, letter, why, mayDecide } = last.current;
  return (
    <>
      <Lacks lacks={lacks} />
      <p className="small quiet">{t(mayDecide ? 'you-may-decide' : 'somebody-else')}</p>
      <Why reasons={why} />
      {letter && (
        <>
          <h2>{t(lacks.length === 0 ? 'letter-ready' : 'letter-draft')}</h2>
          <LetterView letter={letter} />
        </>
      )}
    </>
  );
}

/** What was written once the writer rests: the server is not asked at every key. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
