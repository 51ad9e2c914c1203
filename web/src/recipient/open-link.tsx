import { openLink } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { useParams } from 'react-router';
import { Button } from '../design-system/button.tsx';
import { TextField } from '../design-system/field.tsx';
import { Problem } from '../design-system/problem.tsx';
import { useFacility } from '../facility.tsx';
import { Page, PageTitle } from '../frame.tsx';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import { useAct } from '../use-endpoint.ts';

export function OpenLink({ onOpen }: { onOpen: () => void }) {
  const t = useText(portalText);
  const facility = useFacility();
  const { pathId = '' } = useParams();
  const opening = useAct(openLink);
  const [passcode, setPasscode] = useState('');
  const [tried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!passcode.trim() || opening.busy) return;
    if ((await opening.act({ pathId, passcode })) !== undefined) onOpen();
  };
  return (
    <Page title={t('link-title')} subtitle={t('link-subtitle')}>
      <PageTitle>{t('link-title')}</PageTitle>
      <p>{t('link-lead', { facility: facility.name })}</p>
      <form className="form" noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('link-passcode')}
          help={t('link-passcode-help')}
          className="field-code"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          value={passcode}
          onChange={setPasscode}
          problem={tried && !passcode.trim() ? t('need-passcode') : undefined}
        />
        <Problem problem={opening.problem} />
        <Button type="submit" wide busy={opening.busy ? t('link-opening') : undefined}>
          {t('link-open')}
        </Button>
      </form>
    </Page>
  );
}
