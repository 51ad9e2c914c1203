import { recordInspectionVisit, recordMissedVisit } from '@echoback/server/contract';
import { type ReactNode, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { useText } from '../../locales/use-text.tsx';
import { visitText } from '../../locales/visit.ts';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useStaff } from '../signed-in.tsx';
import { RequestLayout } from './request-layout.tsx';
import type { Inspection } from './visit-card.tsx';

/** Who came and what they were shown; or that nobody came, which leaves everything open. */
export function VisitRecord({
  file,
  inspection,
  beside,
}: {
  file: RequestFile;
  inspection: Inspection;
  beside: ReactNode;
}) {
  const t = useText(visitText);
  const words = useText(wordsText);
  const dates = useDates();
  const { today } = useFacility();
  const staff = useStaff();
  const saving = useAct(recordInspectionVisit);
  const missing = useAct(recordMissedVisit);
  const { standing, ready } = inspection;
  const planned = standing.is === 'chosen' ? standing.time : undefined;
  const [on, setOn] = useState<string>(planned?.on ?? today);
  const [at, setAt] = useState<string>(planned?.at ?? '');
  const [came, setCame] = useState(file.asked.requesterName);
  const [shown, setShown] = useState<string[]>([]);
  const [shownBy, setShownBy] = useState(staff.displayName);
  const [tried, setTried] = useState(false);
  const act = () => {
    setTried(true);
    if (!on || !at || !came.trim() || shown.length === 0 || !shownBy.trim()) return;
    void saving.act({ requestId: file.id, on, at, came, shown, shownBy });
  };
  const counts = ({ stills, clips, reports }: Inspection['ready'][number]) =>
    [
      stills > 0 && words('count-pictures', { count: stills }),
      clips > 0 && words('count-clips', { count: clips }),
      reports > 0 && words('count-reports', { count: reports }),
    ]
      .filter(Boolean)
      .join(' · ');
  const need = (value: string, key: 'need-came' | 'need-shown-by') => (tried && !value.trim() ? t(key) : undefined);
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-visit')}
      subtitle={t('help-visit')}
      primary={{ label: t('save-visit'), act, busy: saving.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={saving.problem ?? missing.problem} />
          {planned && planned.on <= today && (
            <Button
              look="second"
              wide
              busy={missing.busy ? t('saving') : undefined}
              onClick={() => void missing.act({ requestId: file.id })}
            >
              {t('no-show')}
            </Button>
          )}
          {beside}
        </>
      }
    >
      {planned && <p>{t('card-chosen', { when: dates.dayAt(planned) })}</p>}
      <div className="form-grid">
        <TextField
          label={t('visit-on')}
          type="date"
          value={on}
          onChange={setOn}
          problem={fieldProblem(saving.problem, '/on')}
        />
        <TextField
          label={t('visit-at')}
          type="time"
          value={at}
          onChange={setAt}
          problem={tried && !at ? t('visit-at') : fieldProblem(saving.problem, '/at')}
        />
        <TextField
          label={t('came')}
          value={came}
          onChange={setCame}
          maxLength={500}
          problem={need(came, 'need-came') ?? fieldProblem(saving.problem, '/came')}
        />
        <TextField
          label={t('shown-by')}
          value={shownBy}
          onChange={setShownBy}
          maxLength={120}
          problem={need(shownBy, 'need-shown-by') ?? fieldProblem(saving.problem, '/shownBy')}
        />
      </div>
      <CheckTiles
        legend={t('shown')}
        values={shown}
        onChange={setShown}
        problem={tried && shown.length === 0 ? t('need-shown') : fieldProblem(saving.problem, '/shown')}
        choices={ready.map((exam) => ({ value: exam.examItemId, label: exam.label, help: counts(exam) }))}
      />
    </RequestLayout>
  );
}
