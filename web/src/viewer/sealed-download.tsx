import { isZipPassword } from '@echoback/dicom-media';
import { type FormEvent, useState } from 'react';
import type { Trouble } from '../client.ts';
import { Button } from '../design-system/button.tsx';
import { Dialog } from '../design-system/disclosure.tsx';
import { TextField } from '../design-system/field.tsx';
import { Problem } from '../design-system/problem.tsx';
import { useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import './save.css';

/** Where a ZIP with a password comes from. */
export type SealedTarget = {
  address: string;
  fields?: Readonly<Record<string, string>>;
  /** Looks whether it may be had now: a form's refusal would take the whole page away. */
  look: () => Promise<Trouble | undefined>;
};

/**
 * The password goes to the server in a form's body and nowhere else: only a form's answer is saved by the browser as it
 * comes, however long it is.
 */
export function SealedDownload({
  target,
  open,
  onClose,
}: {
  target: SealedTarget;
  open: boolean;
  onClose: () => void;
}) {
  const t = useText(viewerText);
  return (
    <Dialog title={t('seal-title')} open={open} onClose={onClose}>
      <div className="sealed">
        <p>{t('seal-what')}</p>
        <p>{t('seal-opens')}</p>
        <p>{t('seal-names')}</p>
        <SealForm target={target} />
      </div>
    </Dialog>
  );
}

function SealForm({ target }: { target: SealedTarget }) {
  const t = useText(viewerText);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [state, setState] = useState<'typing' | 'looking' | 'saving'>('typing');
  const [problem, setProblem] = useState<Trouble>();
  const isGood = isZipPassword(password);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    setTried(true);
    if (!isGood || state === 'looking') return;
    setState('looking');
    const trouble = await target.look();
    setProblem(trouble);
    setState(trouble ? 'typing' : 'saving');
    if (!trouble) form.submit();
  };
  return (
    <form className="form" method="post" action={target.address} noValidate onSubmit={(event) => void submit(event)}>
      {Object.entries(target.fields ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        label={t('seal-password')}
        help={t('seal-password-help')}
        name="password"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={99}
        value={password}
        onChange={setPassword}
        problem={tried && !isGood ? t('seal-password-need') : undefined}
      />
      <Problem problem={problem} />
      <Button type="submit" busy={state === 'looking' ? t('seal-looking') : undefined}>
        {t('seal-save')}
      </Button>
      {state === 'saving' && <p role="status">{t('seal-saving')}</p>}
    </form>
  );
}
