import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { PatientRecord, RequestFile } from '../request-file.ts';
import { sameText, verdictMark } from './verdict-mark.ts';

type Fact = { fact: 'name' | 'birth-date' | 'mrn'; asked: string | null; held: string };

/** One person of the directory beside what was typed. The marks compare letters only; who it is, a person decides. */
export function PatientChoice({
  patient,
  asked,
  chosen,
  onChoose,
}: {
  patient: PatientRecord;
  asked: RequestFile['asked'];
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useText(deskFileText);
  const facts = factsOf(patient, asked);
  const formerNames = patient.formerNames.map((name) => `${name.givenName} ${name.familyName}`);
  return (
    <label className="choice">
      <span className="choice-head">
        <input type="radio" name="patient" className="tile-input" checked={chosen} onChange={onChoose} />
        <span className="choice-title">
          {patient.givenName} {patient.familyName}
          {formerNames.length > 0 && (
            <span className="small quiet"> {t('formerly', { names: formerNames.join(', ') })}</span>
          )}
        </span>
      </span>
      <table className="evidence">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('fact')}</span>
            </th>
            <th scope="col">{t('request')}</th>
            <th scope="col">{t('directory')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('verdict')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ fact, asked: typed, held }) => {
            const verdict = sameText(typed, held);
            return (
              <tr key={fact} className={`evidence-${verdict}`}>
                <th scope="row">{t(`fact-${fact}`)}</th>
                <td>{typed ?? '–'}</td>
                <td>{held || '–'}</td>
                <td>
                  <span aria-hidden="true">{verdictMark[verdict]}</span> {t(`verdict-${verdict}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </label>
  );
}

function factsOf(patient: PatientRecord, asked: RequestFile['asked']): Fact[] {
  const numbers = patient.identifiers.map(({ mrn, issuer }) => (issuer ? `${mrn} (${issuer})` : mrn)).join(', ');
  const exact = patient.identifiers.find(({ mrn }) => mrn === asked.patientMrn);
  return [
    {
      fact: 'name',
      asked: `${asked.patientGivenName} ${asked.patientFamilyName}`,
      held: `${patient.givenName} ${patient.familyName}`,
    },
    { fact: 'birth-date', asked: asked.patientBirthDate, held: patient.birthDate },
    { fact: 'mrn', asked: asked.patientMrn, held: exact && asked.patientMrn ? exact.mrn : numbers },
  ];
}
