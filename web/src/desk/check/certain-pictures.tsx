import { choosePictures } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { CheckedExam, Checking } from './checking.ts';

/** Where certain pictures were asked for: which of the study they are. All of it, until somebody chose. */
export function CertainPictures({ checking }: { checking: Checking }) {
  const asked = checking.exams.filter(({ certainImages }) => certainImages !== null);
  return asked.map((exam) => <Choice key={exam.matchId} exam={exam} />);
}

function Choice({ exam }: { exam: CheckedExam }) {
  const t = useText(deskCheckText);
  const choose = useAct(choosePictures);
  const open = exam.items.filter(({ denied }) => !denied);
  const [ticked, setTicked] = useState(
    () => new Set(open.filter((item) => item.given).map((item) => item.sopInstanceUid)),
  );
  const give = (sopInstanceUids: string[] | null) => {
    if (!sopInstanceUids) setTicked(new Set(open.map((item) => item.sopInstanceUid)));
    void choose.act({ examItemId: exam.examItemId, sopInstanceUids });
  };
  const tick = (uid: string, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(uid);
    else next.delete(uid);
    setTicked(next);
  };
  const isPart = exam.counts.ofAll !== undefined;
  return (
    <section className="certain-pictures">
      <h2>{t('asked-certain')}</h2>
      <p>{t('their-words', { words: exam.certainImages ?? '' })}</p>
      {isPart && (
        <p role="status">
          {t('given-as-asked', { given: open.filter((item) => item.given).length, all: exam.counts.ofAll ?? 0 })}
        </p>
      )}
      <fieldset className="certain-list">
        <legend className="field-label">{t('in-copy')}</legend>
        {open.map((item) => (
          <Checkbox
            key={item.sopInstanceUid}
            label={item.label}
            checked={ticked.has(item.sopInstanceUid)}
            onChange={(on) => tick(item.sopInstanceUid, on)}
          />
        ))}
      </fieldset>
      <Button
        look="second"
        wide
        disabled={ticked.size === 0}
        busy={choose.busy ? t('saving-choice') : undefined}
        onClick={() => give([...ticked])}
      >
        {t('choose-shown')}
      </Button>
      {isPart && <LinkButton onClick={() => give(null)}>{t('give-whole')}</LinkButton>}
      <Problem problem={choose.problem} />
    </section>
  );
}
