import { recordIntake } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { useFacility } from '../../facility.tsx';
import { usePageTitle } from '../../frame.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { useKeys } from '../use-keys.ts';
import { ArrivalFields } from './arrival-fields.tsx';
import { EnteredList } from './entered-list.tsx';
import { LikeRequests } from './like-requests.tsx';
import { PatientFields } from './patient-fields.tsx';
import { RequesterFields } from './requester-fields.tsx';
import { ScanPane } from './scan-pane.tsx';
import { type Entered, emptyIntake, inputOf, newPatient, newWay, type TypedIntake } from './typed-intake.ts';
import { WayFields } from './way-fields.tsx';
import './intake.css';

/** Paper, fax, mail, visits and telephone: one form by keyboard, the page beside it. */
export function Intake() {
  const t = useText(deskIntakeText);
  usePageTitle(t('intake'));
  const { today } = useFacility();
  const navigate = useNavigate();
  const record = useAct(recordIntake);
  const [typed, setTyped] = useState<TypedIntake>(() => emptyIntake(today));
  const [tried, setTried] = useState(false);
  const [entered, setEntered] = useState<Entered>();
  const change = (part: Partial<TypedIntake>) => setTyped((now) => ({ ...now, ...part }));
  const save = async () => {
    setTried(true);
    const input = inputOf(typed);
    if (!input || record.busy) return;
    const done = await record.act(input);
    if (done) setEntered(done.requests);
  };
  useKeys({
    'mod+Enter': entered ? undefined : () => void save(),
    u: () => void navigate('/desk'),
    Escape: () => void navigate('/desk'),
  });
  if (entered) {
    const again = () => {
      setEntered(undefined);
      setTried(false);
      setTyped(emptyIntake(today));
    };
    return <EnteredList entered={entered} onAgain={again} />;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save();
  };
  return (
    <main className="desk-page intake" id="content" tabIndex={-1}>
      <h1 tabIndex={-1}>{t('intake')}</h1>
      <p className="quiet">{t('intake-help')}</p>
      <div className="intake-columns">
        <form className="stack" noValidate onSubmit={submit}>
          <ArrivalFields typed={typed} onChange={change} tried={tried} problem={record.problem} />
          {typed.patients.map((patient, index) => (
            <div key={patient.key} className="stack">
              <PatientFields
                patient={patient}
                index={index}
                legend={typed.patients.length > 1 ? t('patient-n', { n: index + 1 }) : t('patient')}
                tried={tried}
                problem={record.problem}
                onChange={(part) =>
                  change({ patients: typed.patients.map((one) => (one === patient ? { ...one, ...part } : one)) })
                }
                onRemove={
                  index > 0 ? () => change({ patients: typed.patients.filter((one) => one !== patient) }) : undefined
                }
              />
              <LikeRequests typed={typed} patient={patient} />
            </div>
          ))}
          {typed.patients.length < 6 && (
            <p>
              <LinkButton onClick={() => change({ patients: [...typed.patients, newPatient(Date.now())] })}>
                {t('add-patient')}
              </LinkButton>
            </p>
          )}
          <RequesterFields typed={typed} onChange={change} tried={tried} problem={record.problem} />
          {typed.ways.map((way, index) => (
            <WayFields
              key={way.key}
              way={way}
              index={index}
              legend={typed.ways.length > 1 ? t('way-n', { n: index + 1 }) : t('way')}
              hasEmail={typed.email.trim() !== ''}
              problem={record.problem}
              onChange={(part) => change({ ways: typed.ways.map((one) => (one === way ? { ...one, ...part } : one)) })}
              onRemove={
                typed.ways.length > 1 ? () => change({ ways: typed.ways.filter((one) => one !== way) }) : undefined
              }
            />
          ))}
          {typed.ways.length < 6 && (
            <p className="link-row">
              <LinkButton onClick={() => change({ ways: [...typed.ways, newWay(Date.now())] })}>
                {t('add-way')}
              </LinkButton>
              <LinkButton onClick={() => change({ ways: [...typed.ways, newWay(Date.now(), 'third-party')] })}>
                {t('add-recipient')}
              </LinkButton>
            </p>
          )}
          <Problem problem={record.problem} />
          <p>
            <Button type="submit" keyHint="Ctrl ⏎" busy={record.busy ? t('saving') : undefined}>
              {t('save-intake')}
            </Button>
          </p>
        </form>
        <ScanPane onKept={(scanId) => change({ scanId })} />
      </div>
    </main>
  );
}
