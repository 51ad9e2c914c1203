import { listPatients } from '@echoback/server/contract';
import { useState } from 'react';
import { Link as RouterLink, useNavigate, useParams } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import type { PatientRecord } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import { Accounting } from './accounting.tsx';
import { ImportPatients } from './import-patients.tsx';
import { PatientForm } from './patient-form.tsx';
import './patients.css';

/** The facility's own directory: who its patients are, and the contacts that it held before anybody asked. */
export function Patients() {
  const t = useText(deskSetupText);
  usePageTitle(t('patients'));
  const { patientId } = useParams();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const [importing, setImporting] = useState(false);
  const list = useRead(listPatients, { search: search.trim() });
  const rows = list.value?.rows ?? [];
  const toList = () => void navigate('/desk/patients');
  useKeys({ n: () => void navigate('/desk/patients/new'), Escape: patientId ? toList : undefined });
  const open = rows.find((row) => row.id === patientId);
  return (
    <main className="desk-page patients" id="content" tabIndex={-1}>
      <div className="page-bar">
        <h1 tabIndex={-1}>
          {t('patients')}{' '}
          {list.value && <span className="quiet">· {t('patient-count', { count: list.value.total })}</span>}
        </h1>
        <div className="button-row">
          <Button look="second" onClick={() => setImporting(!importing)}>
            {t('import')}
          </Button>
          <Button keyHint="n" onClick={() => void navigate('/desk/patients/new')}>
            {t('add-patient')}
          </Button>
        </div>
      </div>
      {importing && <ImportPatients onClose={() => setImporting(false)} />}
      {patientId === 'new' && (
        <section className="card stack">
          <h2>{t('add-patient')}</h2>
          <PatientForm onSaved={toList} onCancel={toList} />
        </section>
      )}
      <TextField
        label={t('search-patients')}
        type="search"
        value={search}
        onChange={setSearch}
        autoComplete="off"
        maxLength={100}
      />
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading-patients')} />}
      {list.value && rows.length === 0 && <NoPatients searched={search.trim() !== ''} onClear={() => setSearch('')} />}
      <ul className="patient-list">
        {rows.map((patient) => (
          <li key={patient.id} className={patient === open ? 'is-open' : undefined}>
            <PatientLine patient={patient} open={patient === open} />
            {patient === open && <PatientForm key={patient.id} patient={patient} onSaved={toList} onCancel={toList} />}
            {patient === open && <Accounting patientId={patient.id} />}
          </li>
        ))}
      </ul>
      {list.value && list.value.total > rows.length && rows.length > 0 && (
        <p className="quiet">{t('patients-more', { count: list.value.total - rows.length })}</p>
      )}
    </main>
  );
}

function PatientLine({ patient, open }: { patient: PatientRecord; open: boolean }) {
  const t = useText(deskSetupText);
  const dates = useDates();
  return (
    <RouterLink
      to={open ? '/desk/patients' : `/desk/patients/${patient.id}`}
      className="patient-line"
      aria-expanded={open}
    >
      <strong>
        {patient.familyName}, {patient.givenName}
      </strong>
      <span>{dates.plainDay(patient.birthDate)}</span>
      <span className="mono">{patient.identifiers.map(({ mrn, issuer }) => `${mrn} ${issuer}`.trim()).join(', ')}</span>
      <span className="quiet">
        {patient.contacts.length === 0
          ? t('no-contacts')
          : patient.contacts.map(({ kind }) => t(`contact-${kind}`)).join(', ')}
        {patient.formerNames.length > 0 &&
          ` · ${t('formerly', { names: patient.formerNames.map((name) => name.familyName).join(', ') })}`}
      </span>
    </RouterLink>
  );
}

function NoPatients({ searched, onClear }: { searched: boolean; onClear: () => void }) {
  const t = useText(deskSetupText);
  if (!searched) {
    return (
      <Empty title={t('no-patients')}>
        <p>{t('no-patients-next')}</p>
      </Empty>
    );
  }
  return (
    <Empty title={t('no-patient-fits')}>
      <p>
        <LinkButton onClick={onClear}>{t('show-all')}</LinkButton>
      </p>
    </Empty>
  );
}
