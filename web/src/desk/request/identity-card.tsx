import { Card } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import { oneStop } from '../one-stop.ts';
import type { RequestFile } from '../request-file.ts';

const methods = ['code-to-held-contact', 'photo-id', 'in-person'] as const;

/** "It is her", and how that is known; undefined until it is. */
export function useIdentityWords(file: RequestFile): { title: string; how: string } | undefined {
  const t = useText(deskFileText);
  const dates = useDates();
  const proof = file.identity.proofs.at(-1);
  if (!file.identity.proved || !proof) return undefined;
  const { patient } = file;
  const sex = patient?.sex === 'F' || patient?.sex === 'M' ? patient.sex : 'O';
  const method = methods.find((known) => known === proof.method);
  return {
    title: t(`it-is-${file.asked.requesterIs === 'self' ? sex : 'O'}`),
    how: oneStop(`${method ? t(`proved-${method}`) : proof.method}, ${dates.dayAndTime(proof.provedAt)}.`),
  };
}

/** What was shown, by whom judged and when; or what is still to be shown. It never leaves the file. */
export function IdentityCard({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const { identity, patient } = file;
  const known = useIdentityWords(file);
  const proof = identity.proofs.at(-1);
  if (known && proof) {
    return (
      <Card tone="proved">
        <p className="identity-title">{known.title}</p>
        <p>{known.how}</p>
        {proof.method !== 'code-to-held-contact' && <p>“{proof.evidence}”</p>}
        {proof.judgedBy && <p>{t('judged-by', { name: proof.judgedBy })}</p>}
        <p>{t('holds-for-request')}</p>
      </Card>
    );
  }
  // Who they are was shown; by what right they ask was not.
  if (proof && file.asked.requesterIs !== 'self') {
    return (
      <Card>
        <p className="identity-title">{t('right-not-shown')}</p>
        <p>{t('right-not-shown-next')}</p>
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
