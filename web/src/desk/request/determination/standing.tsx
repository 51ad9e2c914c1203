import { useDates } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { Assessment } from './assessment.tsx';
import type { Determinations } from './determinations.ts';
import { Why } from './why.tsx';

/** What has ended or was taken back, with its dates; that nothing was decided is said too. */
export function Standing({ decided }: { decided: Determinations }) {
  const t = useText(deskDeterminationText);
  const dates = useDates();
  const { withdrawal, releases, holds, exams } = decided;
  const incidents = releases.flatMap(({ incident }) => incident ?? []);
  const none =
    !withdrawal && incidents.length === 0 && holds.length === 0 && exams.every((exam) => exam.denials.length === 0);
  return (
    <>
      {none && <p className="quiet">{t('nothing')}</p>}
      {withdrawal && (
        <div className="card">
          <p>
            {t('was-withdrawn', {
              day: dates.day(withdrawal.withdrawnOn),
              until: withdrawal.keepUntil ? dates.plainDay(withdrawal.keepUntil) : '–',
            })}
          </p>
        </div>
      )}
      {incidents.map((incident) => (
        <div className="card" key={incident.discoveredOn}>
          <p>
            {t('incident', {
              day: dates.day(incident.discoveredOn),
              individual: dates.plainDay(incident.individualBy),
              authority: t(incident.authority),
              authorityBy: dates.plainDay(incident.authorityBy),
            })}
          </p>
          <Why reasons={[incident.why]} />
          <Assessment incident={incident} mayAssess={decided.privacyOfficer} />
        </div>
      ))}
    </>
  );
}
