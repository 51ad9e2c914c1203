import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { oneStop } from '../one-stop.ts';
import type { RequestFile } from '../request-file.ts';

const methods = ['code-to-held-contact', 'photo-id', 'in-person'] as const;

/** What was shown, by whom judged and when; or what is still to be shown. It never leaves the file. */
export function IdentityCard({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const { identity, patient } = file;
  const sex = patient?.sex === 'F' || patient?.sex === 'M' ? patient.sex : 'O';
  const proof = identity.proofs.at(-1);
  if (identity.proved && proof) {
    const method = methods.find((known) => known === proof.method);
    return (
      <Card tone="proved">
        <p className="identity-title">{t(`it-is-${file.asked.requesterIs === 'self' ? sex : 'O'}`)}</p>
        <p>{oneStop(`${method ? t(`proved-${method}`) : proof.method}, ${dates.dayAndTime(proof.provedAt)}.`)}</p>
        {proof.method !== 'code-to-held-contact' && <p>“{proof.evidence}”</p>}
        {proof.judgedBy && <p>{t('judged-by', { name: proof.judgedBy })}</p>}
        <p>{t('holds-for-request')}</p>
      </Card>
    );
  }
  return (
    <Card>
      <p className="identity-title">{t('not-proved')}</p>
      <p>
        {identity.codeSentAt
          ? oneStop(t('code-sent-at', { when: dates.dayAndTime(identity.codeSentAt) }))
          : t(patient ? 'not-proved-next' : 'not-proved-patient-first')}
      </p>
    </Card>
  );
}
