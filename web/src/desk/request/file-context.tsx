import type { ReactNode } from 'react';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { Link } from '../../design-system/link.tsx';
import { useDates, useMoney } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { oneStop } from '../one-stop.ts';
import type { RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { IdentityCard } from './identity-card.tsx';
import { RequesterEmail } from './requester-email.tsx';

/** Who, what and why: in view until the release. */
export function FileContext({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const { whole } = useAskedWords();
  const { asked, patient } = file;
  const sex = patient?.sex;
  return (
    <aside className="request-context" aria-label={t('request')}>
      <div>
        <p className="mono quiet">{file.reference}</p>
        <p className="request-name">
          {asked.patientGivenName} {asked.patientFamilyName}
        </p>
      </div>
      <Fact term={t('born')}>
        {dates.plainDay(asked.patientBirthDate)}
        {sex && ` · ${t(`sex-${sex}`)}`}
      </Fact>
      {asked.patientFormerNames && <Fact term={t('former-names')}>{asked.patientFormerNames}</Fact>}
      {asked.patientMrn && (
        <Fact term={t('mrn-typed')}>
          <span className="mono">{asked.patientMrn}</span>
        </Fact>
      )}
      <Fact term={t('asks-for')}>
        {file.examItems.map((item) => (
          <p key={item.id}>{whole(item)}</p>
        ))}
      </Fact>
      <ToGetIt file={file} />
      <IdentityCard file={file} />
      <MayAsk file={file} />
      <Fee file={file} />
    </aside>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="fact">
      <p className="term">{term}</p>
      <div>{children}</div>
    </div>
  );
}

function ToGetIt({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const words = useText(wordsText);
  return (
    <Fact term={t('to-get-it')}>
      {file.deliveries.map(({ id, askedDeliveryId, kind, recipient }) => (
        <p key={id || askedDeliveryId}>
          {recipient.form ?? words(`delivery-${kind}`)}
          {recipient.who === 'third-party' && recipient.name && `: ${recipient.name}`}
        </p>
      ))}
    </Fact>
  );
}

function MayAsk({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const { asked, patient } = file;
  const because =
    asked.requesterIs === 'self'
      ? t(patient?.sex === 'F' ? 'because-self-F' : patient?.sex === 'M' ? 'because-self-M' : 'because-self')
      : t(`because-${asked.requesterIs}`, { name: asked.requesterName });
  return (
    <Fact term={t('may-ask-because')}>
      <p>
        {because} {asked.signedAt && oneStop(t('signed', { when: dates.dayAndTime(asked.signedAt) }))}
      </p>
      <p className="small">{[asked.requesterEmail, asked.requesterPhone].filter(Boolean).join(' · ')}</p>
      {!file.closed && <RequesterEmail file={file} />}
      {asked.statement && (
        <Disclosure summary={t('statement')}>
          <p>{asked.statement}</p>
          {asked.signedName && <p>{t('signed-by', { name: asked.signedName })}</p>}
        </Disclosure>
      )}
    </Fact>
  );
}

function Fee({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const words = useText(wordsText);
  const money = useMoney();
  const fees = useText(feeText);
  const { fee } = file;
  return (
    <Fact term={t('fee')}>
      <p>{fee.totalCents === 0 ? words('no-charge') : money(fee.totalCents)}</p>
      <p>
        <Link to="?at=fee">{fees('open-fee')}</Link>
      </p>
    </Fact>
  );
}
