import { createPatient, updatePatient } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { calendarDateOf, type DateParts, noDate, partsOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { PatientRecord } from '../request-file.ts';
import { Contacts } from './contact-rows.tsx';
import { ManyRows } from './many-rows.tsx';

export type TypedPatient = {
  familyName: string;
  givenName: string;
  birthDate: DateParts;
  sex: '' | 'F' | 'M' | 'O';
  formerNames: { familyName: string; givenName: string }[];
  identifiers: { mrn: string; issuer: string }[];
  contacts: { kind: 'email' | 'mobile'; value: string }[];
};

type Start = Partial<Pick<PatientRecord, 'familyName' | 'givenName' | 'birthDate' | 'identifiers'>>;

/** Adds or corrects one person. A changed contact starts its 30 days anew; the server counts them. */
export function PatientForm({
  patient,
  start = {},
  onSaved,
  onCancel,
}: {
  patient?: PatientRecord;
  /** What is known already when somebody is added. */
  start?: Start;
  onSaved: (patientId: string) => void | Promise<void>;
  onCancel: () => void;
}) {
  const t = useText(deskSetupText);
  const create = useAct(createPatient);
  const update = useAct(updatePatient);
  const problem = create.problem ?? update.problem;
  const [typed, setTyped] = useState<TypedPatient>(() => typedOf(patient ?? start, patient));
  const [tried, setTried] = useState(false);
  const change = (part: Partial<TypedPatient>) => setTyped((now) => ({ ...now, ...part }));
  const birthDate = calendarDateOf(typed.birthDate);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!birthDate || !typed.familyName.trim() || !typed.givenName.trim()) return;
    const input = inputOf(typed, birthDate, patient);
    if (patient) {
      if ((await update.act({ ...input, patientId: patient.id })) !== undefined) await onSaved(patient.id);
      return;
    }
    const added = await create.act(input);
    if (added) await onSaved(added.patientId);
  };
  const needed = (name: 'familyName' | 'givenName') =>
    tried && !typed[name].trim() ? t('need-name') : fieldProblem(problem, `/${name}`);
  return (
    <form className="patient-form" onSubmit={submit} noValidate>
      <div className="form-grid">
        <TextField
          label={t('family-name')}
          value={typed.familyName}
          onChange={(familyName) => change({ familyName })}
          problem={needed('familyName')}
          autoComplete="off"
        />
        <TextField
          label={t('given-name')}
          value={typed.givenName}
          onChange={(givenName) => change({ givenName })}
          problem={needed('givenName')}
          autoComplete="off"
        />
        <DateField
          label={t('birth-date')}
          value={typed.birthDate}
          onChange={(value) => change({ birthDate: value })}
          problem={tried && !birthDate ? t('need-birth-date') : fieldProblem(problem, '/birthDate')}
        />
        <SelectField
          label={t('sex')}
          value={typed.sex}
          onChange={(sex) => change({ sex: sex as TypedPatient['sex'] })}
          options={(['', 'F', 'M', 'O'] as const).map((value) => ({
            value,
            label: t(value ? `sex-${value}` : 'sex-none'),
          }))}
        />
      </div>
      <ManyRows
        legend={t('identifiers')}
        rows={typed.identifiers}
        fields={[
          { name: 'mrn', label: t('mrn') },
          { name: 'issuer', label: t('issuer') },
        ]}
        empty={{ mrn: '', issuer: '' }}
        onChange={(identifiers) => change({ identifiers })}
        addWords={t('add-identifier')}
        problemAt={(index, name) => fieldProblem(problem, `/identifiers/${index}/${name}`)}
      />
      <ManyRows
        legend={t('former-names')}
        rows={typed.formerNames}
        fields={[
          { name: 'familyName', label: t('family-name') },
          { name: 'givenName', label: t('given-name') },
        ]}
        empty={{ familyName: '', givenName: typed.givenName }}
        onChange={(formerNames) => change({ formerNames })}
        addWords={t('add-former-name')}
        problemAt={(index, name) => fieldProblem(problem, `/formerNames/${index}/${name}`)}
      />
      <Contacts
        contacts={typed.contacts}
        held={patient?.contacts ?? []}
        onChange={(contacts) => change({ contacts })}
        problem={problem}
      />
      <Problem problem={problem} />
      <p className="button-row">
        <Button type="submit" keyHint="⏎" busy={create.busy || update.busy ? t('saving') : undefined}>
          {t(patient ? 'save-patient' : 'add-patient')}
        </Button>
        <LinkButton onClick={onCancel}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}

function typedOf(known: Start, patient: PatientRecord | undefined): TypedPatient {
  return {
    familyName: known.familyName ?? '',
    givenName: known.givenName ?? '',
    birthDate: known.birthDate ? partsOf(known.birthDate) : noDate,
    sex: patient?.sex ?? '',
    formerNames: patient?.formerNames ?? [],
    identifiers: known.identifiers?.length ? known.identifiers : [{ mrn: '', issuer: '' }],
    contacts: patient?.contacts.map(({ kind, value }) => ({ kind, value })) ?? [],
  };
}

/** Rows that were left empty are not sent. */
function inputOf(typed: TypedPatient, birthDate: string, patient: PatientRecord | undefined) {
  return {
    familyName: typed.familyName.trim(),
    givenName: typed.givenName.trim(),
    birthDate,
    sex: typed.sex === '' ? null : typed.sex,
    formerNames: typed.formerNames.filter(({ familyName }) => familyName.trim()),
    identifiers: typed.identifiers.filter(({ mrn }) => mrn.trim()),
    contacts: typed.contacts.filter(({ value }) => value.trim()),
    parentIds: patient?.parents.map(({ id }) => id) ?? [],
  };
}
