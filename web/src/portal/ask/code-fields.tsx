import type { ReactNode } from 'react';
import { TextField } from '../../design-system/field.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';

/** The code that went to a mailbox, and what else can be done about it. */
export function CodeFields({
  email,
  code,
  onChange,
  problem,
  children,
}: {
  email: string;
  code: string;
  onChange: (code: string) => void;
  problem: string | undefined;
  children: ReactNode;
}) {
  const t = useText(askText);
  return (
    <div className="field-group">
      <p role="status">{t('code-sent', { email })}</p>
      <TextField
        label={t('code')}
        className="field-code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
        value={code}
        onChange={onChange}
        problem={problem}
        maxLength={12}
      />
      <p className="link-row">{children}</p>
    </div>
  );
}
