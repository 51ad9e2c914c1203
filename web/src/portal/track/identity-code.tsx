import { oneTimeCode, proveIdentity } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';

/** The code went to a contact that the facility held before; typing it here is the proof (45 CFR 164.514(h)). */
export function IdentityCode() {
  const t = useText(portalText);
  const proving = useAct(proveIdentity);
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const isWhole = oneTimeCode.safeParse(code).success;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWhole && !proving.busy) void proving.act({ code });
  };
  return (
    <Card tone="asking">
      <form className="form" noValidate onSubmit={submit}>
        <h2>{t('identity-title')}</h2>
        <TextField
          label={t('identity-code')}
          help={t('identity-help')}
          className="field-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          value={code}
          onChange={setCode}
          problem={tried && !isWhole ? t('need-code') : undefined}
        />
        <Problem problem={proving.problem} />
        <Button type="submit" wide busy={proving.busy ? t('identity-sending') : undefined}>
          {t('identity-send')}
        </Button>
      </form>
    </Card>
  );
}
