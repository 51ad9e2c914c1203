import type { submitRequest } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { ButtonLink } from '../../design-system/button.tsx';
import { useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { Passcode } from '../passcode.tsx';
import { PortalPage } from '../portal-page.tsx';

/** The number to keep, and the passcodes that are told once. */
export function Sent({ sent }: { sent: OutputOf<typeof submitRequest> }) {
  const t = useText(askText);
  const facility = useFacility();
  return (
    <PortalPage title={t('sent-title')}>
      <PageTitle>{t('sent-title')}</PageTitle>
      <p>
        {t('sent-lead', { facility: facility.name })} <strong>{t('sent-nothing-to-do')}</strong>
      </p>
      <section className="card">
        <p className="quote-term">{t('your-reference')}</p>
        <p className="reference">{sent.reference}</p>
        <p className="page-help">{t('reference-for')}</p>
      </section>
      {sent.passcodes.length > 0 && (
        <section className="card card-asking">
          <h2>{t('passcodes-title')}</h2>
          <p>{t('passcodes-help')}</p>
          {sent.passcodes.map((one) => (
            <Passcode
              key={one.passcode}
              label={t('passcode-for', { name: one.recipientName })}
              passcode={one.passcode}
            />
          ))}
        </section>
      )}
      <ButtonLink to="/request" wide>
        {t('follow-request')}
      </ButtonLink>
    </PortalPage>
  );
}
