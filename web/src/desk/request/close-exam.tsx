import { closeExamItem } from '@echoback/server/contract';
import { type ReactNode, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea, TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { ExamItem, RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { CloseGrounds, type Destroyed, groundsAreWhole, notShown, type RuledOut } from './close-grounds.tsx';
import { type Beside, HeldHere } from './held-here.tsx';
import { RequestLayout } from './request-layout.tsx';

const keeperFields = ['name', 'address', 'phone'] as const;
const nobody = { name: '', address: '', phone: '' };

/** An exam that is not here ends with its own outcome, its reason and its letter. */
export function CloseExam({
  file,
  item,
  tabs,
  onDone,
}: {
  file: RequestFile;
  item: ExamItem;
  tabs: ReactNode;
  onDone: () => void;
}) {
  const t = useText(deskFileText);
  const { whole } = useAskedWords();
  const close = useAct(closeExamItem);
  // With a study chosen for it only one thing can have become of its pictures.
  const found = !['received', 'searching'].includes(item.state);
  const [outcome, setOutcome] = useState<'none-found' | 'not-maintained'>('none-found');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [keeper, setKeeper] = useState(nobody);
  const [destroyed, setDestroyed] = useState<Destroyed | undefined>(found ? notShown : undefined);
  const [ruledOut, setRuledOut] = useState<RuledOut>({});
  const [alsoGive, setAlsoGive] = useState<readonly Beside[]>([]);
  const tooShort = reason.trim().length < 3;
  const elsewhere = outcome === 'not-maintained';
  const lacks = elsewhere ? keeperFields.filter((name) => !keeper[name].trim()) : [];
  const act = async () => {
    setTried(true);
    if (tooShort || lacks.length > 0) return;
    if (!elsewhere && !groundsAreWhole(destroyed, ruledOut, found)) return;
    const reasons = Object.entries(ruledOut).filter(([, because]) => because.trim() !== '');
    const done = await close.act({
      examItemId: item.id,
      outcome,
      reason: reason.trim(),
      ...(elsewhere
        ? { keeper, alsoGive: [...alsoGive] }
        : {
            ruledOut: reasons.map(([imageSourceId, because]) => ({ imageSourceId, reason: because })),
            ...(destroyed ? { destroyed: withoutBlank(destroyed) } : {}),
          }),
    });
    if (done !== undefined) onDone();
  };
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t('what-became-of-it')}
      subtitle={whole(item)}
      primary={{
        label: t('record-outcome'),
        act: () => void act(),
        busy: close.busy ? t('saving') : undefined,
      }}
      beside={
        <>
          <Problem problem={close.problem} />
          <Button look="second" wide onClick={onDone}>
            {t(found ? 'back-to-exam' : 'back-to-search')}
          </Button>
          <p className="small quiet">{t('outcome-letter')}</p>
        </>
      }
    >
      {tabs}
      {found ? (
        <p>{t('destroyed-found')}</p>
      ) : (
        <RadioTiles
          legend={t('outcome')}
          value={outcome}
          onChange={setOutcome}
          choices={[
            {
              value: 'none-found',
              label: t('outcome-none-found'),
              help: t(file.asked.forMinor ? 'outcome-for-minor' : 'outcome-none-found-help'),
            },
            { value: 'not-maintained', label: t('outcome-not-maintained'), help: t('outcome-not-maintained-help') },
          ]}
        />
      )}
      {elsewhere &&
        keeperFields.map((name) => (
          <TextField
            key={name}
            label={t(`keeper-${name}`)}
            value={keeper[name]}
            onChange={(value) => setKeeper({ ...keeper, [name]: value })}
            problem={
              tried && lacks.includes(name) ? t(`need-keeper-${name}`) : fieldProblem(close.problem, `/keeper/${name}`)
            }
            autoComplete="off"
          />
        ))}
      {elsewhere && <HeldHere file={file} item={item} chosen={alsoGive} onChoose={setAlsoGive} />}
      {!elsewhere && (
        <CloseGrounds
          destroyed={destroyed}
          onDestroyed={setDestroyed}
          ruledOut={ruledOut}
          onRuledOut={setRuledOut}
          tried={tried}
          found={found}
        />
      )}
      <TextArea
        label={t(outcome === 'none-found' ? 'reason-none-found' : 'reason-not-maintained')}
        help={t('reason-help')}
        value={reason}
        onChange={setReason}
        problem={tried && tooShort ? t('need-reason') : fieldProblem(close.problem, '/reason')}
      />
    </RequestLayout>
  );
}

/** Nothing outlived it, or nobody knows who ordered it: then nothing is said of that. */
function withoutBlank({ survives = '', referringDoctor = '', ...destroyed }: Destroyed): Destroyed {
  return {
    ...destroyed,
    ...(survives.trim() && { survives: survives.trim() }),
    ...(referringDoctor.trim() && { referringDoctor: referringDoctor.trim() }),
  };
}
