import { consentBases, decideParentAccess, recordConsent, serviceCategories } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import type { AuthorityCard } from './authority-card.ts';

/** A parent is tested for each exam: who consented, and a licensed professional's word where the law is silent. */
export function AuthorityExams({ file, card }: { file: RequestFile; card: AuthorityCard }) {
  const t = useText(deskAuthorityText);
  const { inShort } = useAskedWords();
  if (card.exams.length === 0) return null;
  return (
    <section>
      <h2>{t('exams')}</h2>
      {card.exams.map((exam) => {
        const item = file.examItems.find(({ id }) => id === exam.examItemId);
        return (
          <div key={exam.examItemId} className="field-group">
            <p>{item && inShort(item)}</p>
            <ExamConsent exam={exam} isPregnancy={item?.examType === 'pregnancy'} />
          </div>
        );
      })}
    </section>
  );
}

type ExamView = AuthorityCard['exams'][number];

function ExamConsent({ exam, isPregnancy }: { exam: ExamView; isPregnancy: boolean }) {
  const t = useText(deskAuthorityText);
  const dates = useDates();
  const consent = useAct(recordConsent);
  const decide = useAct(decideParentAccess);
  const [reason, setReason] = useState('');
  const { examItemId, minorWantsParent } = exam;
  // Until somebody noted what care it was, a pregnancy exam is taken for what it is.
  const [category, setCategory] = useState(!exam.judged && isPregnancy ? 'prenatal' : exam.category);
  const record = (change: Partial<Pick<ExamView, 'basis' | 'category' | 'minorWantsParent'>>) => {
    const basis = change.basis ?? exam.basis;
    if (basis) void consent.act({ examItemId, category, minorWantsParent, ...change, basis });
  };
  const open = exam.standing === 'professional-must-decide';
  const unjudged = exam.judged ? [] : [{ value: '', label: t('basis-choose') }];
  const act = (give: boolean) => void decide.act({ examItemId, give, reason });
  return (
    <>
      {category !== 'other' && <p>{t('sensitive')}</p>}
      <SelectField
        label={t('category')}
        help={t('category-help')}
        value={category}
        onChange={(chosen) => {
          const noted = serviceCategories.find((one) => one === chosen) ?? 'other';
          setCategory(noted);
          record({ category: noted });
        }}
        options={serviceCategories.map((value) => ({ value, label: t(`category-${value}`) }))}
      />
      <SelectField
        label={t('basis')}
        value={exam.basis ?? ''}
        onChange={(chosen) => {
          const basis = consentBases.find((one) => one === chosen);
          if (basis) record({ basis });
        }}
        options={[...unjudged, ...consentBases.map((value) => ({ value, label: t(`basis-${value}`) }))]}
      />
      {exam.basis === 'minor_statutory' && (
        <Checkbox
          label={t('wants-parent')}
          checked={minorWantsParent}
          onChange={(wants) => record({ minorWantsParent: wants })}
        />
      )}
      <p className="quiet">
        {t(exam.judged ? (open ? 'must-decide' : exam.may ? 'may-yes' : 'may-no') : 'not-judged')}{' '}
        <span className="small">{exam.cite && <Cite of={exam.cite} />}</span>
      </p>
      {exam.judged && (
        <p className="quiet small">
          {t('judged-by', { name: exam.judged.by, when: dates.dayAndTime(exam.judged.at) })}
        </p>
      )}
      {open && (
        <>
          <TextField label={t('decide-reason')} value={reason} onChange={setReason} maxLength={500} />
          <p className="link-row">
            <Button look="second" onClick={() => act(true)}>
              {t('give')}
            </Button>
            <Button look="second" onClick={() => act(false)}>
              {t('keep')}
            </Button>
          </p>
        </>
      )}
      <Problem problem={consent.problem ?? decide.problem} />
    </>
  );
}
