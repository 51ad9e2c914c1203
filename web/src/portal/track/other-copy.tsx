import { chooseElectronicCopy, type readMyAuthority } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button, ButtonLink } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { authorityText } from '../../locales/authority.ts';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { Passcode } from '../passcode.tsx';

type Directive = OutputOf<typeof readMyAuthority>['directives'][number];

/** The choices of L-DIR: one yes sends an electronic copy, and prints are asked for anew. */
export function OtherCopy({
  directive,
  onLink,
}: {
  directive: Directive;
  onLink: (told: { name: string; passcode: string }) => void;
}) {
  const t = useText(authorityText);
  const act = useAct(chooseElectronicCopy);
  const [typed, setTyped] = useState('');
  const name = directive.recipientName ?? t('somebody');
  const choose = async (kind: 'secure-link' | 'usb') => {
    const chosen = await act.act({
      directiveId: directive.directiveId ?? '',
      kind,
      ...(kind === 'secure-link' && typed ? { recipientEmail: typed } : {}),
    });
    if (chosen?.passcode) onLink({ name, passcode: chosen.passcode });
  };
  return (
    <Card tone="asking">
      <h2>{t('other-copy-title', { name })}</h2>
      <p>{t('other-copy-help', { name })}</p>
      {!directive.recipientEmail && (
        <TextField
          label={t('other-copy-email', { name })}
          type="email"
          value={typed}
          onChange={setTyped}
          maxLength={254}
          problem={fieldProblem(act.problem, '/recipientEmail')}
        />
      )}
      <Problem problem={act.problem} />
      <Button wide busy={act.busy ? t('sending') : undefined} onClick={() => void choose('secure-link')}>
        {t('other-copy-link')}
      </Button>
      {directive.hasAddress && (
        <Button look="second" wide onClick={() => void choose('usb')}>
          {t('other-copy-stick')}
        </Button>
      )}
      <p className="page-help">{t('other-copy-prints', { name })}</p>
      <ButtonLink look="plain" to="/ask">
        {t('other-copy-ask')}
      </ButtonLink>
    </Card>
  );
}

/** Told once: only its hash is kept. */
export function ToldPasscode({ name, passcode }: { name: string; passcode: string }) {
  const t = useText(portalText);
  const authority = useText(authorityText);
  return (
    <Card tone="asking">
      <div role="status">
        <Passcode label={t('new-passcode-for', { name })} passcode={passcode} />
      </div>
      <p>{authority('passcode-once')}</p>
    </Card>
  );
}
