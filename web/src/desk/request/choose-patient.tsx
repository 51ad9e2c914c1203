import { choosePatient, listPatients } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea, TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { PatientForm } from '../patients/patient-form.tsx';
import type { PatientRecord, RequestFile } from '../request-file.ts';
import { useGoOn } from '../use-go-on.ts';
import { useKeys } from '../use-keys.ts';
import { PatientChoice } from './patient-choice.tsx';
import { RequestLayout } from './request-layout.tsx';

/** "Which patient is this?": the directory's people beside what was typed; none is chosen by itself. */
export function ChoosePatient({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const choose = useAct(choosePatient);
  const goOn = useGoOn();
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState(file.patient?.id);
  const [reason, setReason] = useState('');
  const [asksReason, setAsksReason] = useState(false);
  const [adding, setAdding] = useState(false);
  const wanted = search.trim();
  const found = useRead(listPatients, { search: wanted }, { when: wanted.length > 1 });
  const people = wanted.length > 1 ? (found.value?.rows ?? []) : withChosen(file);
  // A reason belongs to one person: it never goes over to the next.
  const turnTo = (patientId: string | undefined) => {
    if (patientId === chosenId) return;
    setChosenId(patientId);
    setReason('');
    setAsksReason(false);
    choose.forget();
  };
  const move = (by: 1 | -1) => {
    const now = people.findIndex((patient) => patient.id === chosenId);
    turnTo(people[Math.min(people.length - 1, Math.max(0, now + by))]?.id);
  };
  if (choose.problem?.code === 'differs-from-request' && !asksReason) setAsksReason(true);
  useKeys({ j: () => move(1), k: () => move(-1), n: () => setAdding(true) });
  if (adding) return <AddPatient file={file} onDone={() => setAdding(false)} onAdded={setChosenId} />;
  const chosen = people.find((patient) => patient.id === chosenId);
  return (
    <RequestLayout
      file={file}
      place="patient"
      title={t('which-patient')}
      subtitle={t(people.length > 0 ? 'which-patient-help' : 'no-suggestion')}
      primary={{
        label: t(chosen && chosen.id === file.patient?.id ? 'keep-patient' : 'this-patient'),
        act: async () => {
          if (!chosen) return;
          const why = asksReason && reason.trim() ? { reason } : {};
          if ((await choose.act({ requestId: file.id, patientId: chosen.id, ...why })) !== undefined) goOn();
        },
        busy: choose.busy ? t('saving') : undefined,
        blocked: chosen ? undefined : t('choose-patient-first'),
      }}
      beside={
        <>
          <Problem problem={choose.problem} />
          {asksReason && (
            <TextArea
              label={t('chosen-reason')}
              help={t('chosen-reason-help')}
              problem={fieldProblem(choose.problem, '/reason')}
              value={reason}
              onChange={setReason}
            />
          )}
          <Button look="second" wide keyHint="n" onClick={() => setAdding(true)}>
            {t('add-patient')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('search-directory')}
        value={search}
        onChange={setSearch}
        autoComplete="off"
        help={t('search-directory-help')}
      />
      <Problem problem={found.problem} onAgain={found.again} />
      {found.loading && <Loading words={t('searching-directory')} />}
      {wanted.length > 1 && found.value && people.length === 0 && (
        <Empty title={t('nobody-found', { search: wanted })}>
          <p>{t('nobody-found-next')}</p>
        </Empty>
      )}
      <fieldset className="choice-list">
        <legend className="visually-hidden">{t('which-patient')}</legend>
        {people.map((patient) => (
          <PatientChoice
            key={patient.id}
            patient={patient}
            asked={file.asked}
            chosen={patient.id === chosenId}
            onChoose={() => turnTo(patient.id)}
          />
        ))}
      </fieldset>
    </RequestLayout>
  );
}

function withChosen(file: RequestFile): PatientRecord[] {
  const { patient, suggestedPatients } = file;
  if (!patient) return suggestedPatients;
  return [patient, ...suggestedPatients.filter(({ id }) => id !== patient.id)];
}

function AddPatient({
  file,
  onDone,
  onAdded,
}: {
  file: RequestFile;
  onDone: () => void;
  onAdded: (patientId: string) => void;
}) {
  const t = useText(deskFileText);
  const choose = useAct(choosePatient);
  const goOn = useGoOn();
  const { asked } = file;
  return (
    <RequestLayout
      file={file}
      place="patient"
      title={t('add-patient-title')}
      subtitle={t('add-patient-help')}
      beside={
        <>
          <Problem problem={choose.problem} />
          <Button look="second" wide onClick={onDone}>
            {t('back-to-suggestions')}
          </Button>
        </>
      }
    >
      <PatientForm
        start={{
          familyName: asked.patientFamilyName,
          givenName: asked.patientGivenName,
          birthDate: asked.patientBirthDate,
          identifiers: asked.patientMrn ? [{ mrn: asked.patientMrn, issuer: '' }] : [],
        }}
        onSaved={async (patientId) => {
          onAdded(patientId);
          if ((await choose.act({ requestId: file.id, patientId })) !== undefined) goOn();
          onDone();
        }}
        onCancel={onDone}
      />
    </RequestLayout>
  );
}
