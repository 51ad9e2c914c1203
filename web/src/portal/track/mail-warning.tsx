import { acceptMailWarning } from '@echoback/server/contract';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { askText } from '../../locales/ask.ts';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Tracked } from './where-it-stands.ts';

/** The warning before unencrypted mail that was asked for on paper or by word of mouth, with the address read back. */
export function MailWarning({ warning }: { warning: Tracked['mailWarnings'][number] }) {
  const t = useText(formText);
  const ask = useText(askText);
  const accepting = useAct(acceptMailWarning);
  const { askedDeliveryId, address } = warning;
  return (
    <Card tone="asking">
      <h2>{t('warn-title')}</h2>
      <p>{ask('mail-warning-risk')}</p>
      <p>{ask('mail-warning-safer')}</p>
      <p>{t('warn-to', { address })}</p>
      <Problem problem={accepting.problem} />
      <Button
        wide
        busy={accepting.busy ? t('saving') : undefined}
        onClick={() => void accepting.act({ askedDeliveryId })}
      >
        {t('warn-yes')}
      </Button>
    </Card>
  );
}
