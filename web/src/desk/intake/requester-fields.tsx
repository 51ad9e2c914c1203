import { requesterKinds } from '@echoback/server/contract';
import type { Trouble } from '../../client.ts';
import { SelectField, TextArea, TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import type { TypedIntake } from './typed-intake.ts';

/** Who asks, by what paper, and where letters go. */
export function RequesterFields({
  typed,
  onChange,
  tried,
  problem,
}: {
  typed: TypedIntake;
  onChange: (part: Partial<TypedIntake>) => void;
  tried: boolean;
  problem: Trouble | undefined;
}) {
  const t = useText(deskIntakeText);
  return (
    <fieldset className="stack intake-part">
      <legend>{t('asker-title')}</legend>
      <div className="form-grid">
        <SelectField
          label={t('who-asks')}
          value={typed.requesterIs}
          onChange={(is) => onChange({ requesterIs: is as TypedIntake['requesterIs'] })}
          options={requesterKinds.map((value) => ({ value, label: t(`is-${value}`) }))}
        />
        <SelectField
          label={t('language')}
          value={typed.language}
          onChange={(language) => onChange({ language: language as 'en' | 'es' })}
          options={[
            { value: 'en', label: 'English' },
            { value: 'es', label: 'Español' },
          ]}
        />
        {typed.requesterIs !== 'self' && (
          <>
            <TextField
              label={t('requester-name')}
              value={typed.requesterName}
              onChange={(requesterName) => onChange({ requesterName })}
              problem={tried && !typed.requesterName.trim() ? t('need-name') : undefined}
              autoComplete="off"
            />
            <TextField
              label={t(typed.requesterIs === 'family' ? 'involvement' : 'basis')}
              optional={t('optional')}
              help={t('basis-help')}
              value={typed.basis}
              onChange={(basis) => onChange({ basis })}
              autoComplete="off"
              maxLength={500}
            />
          </>
        )}
        <TextField
          label={t('email')}
          optional={t('optional')}
          type="email"
          value={typed.email}
          onChange={(email) => onChange({ email })}
          problem={fieldProblem(problem, '/requester/email')}
          autoComplete="off"
        />
        <TextField
          label={t('phone')}
          optional={t('optional')}
          value={typed.phone}
          onChange={(phone) => onChange({ phone })}
          autoComplete="off"
        />
        <TextArea
          label={t('address')}
          help={t('address-help')}
          value={typed.address}
          onChange={(address) => onChange({ address })}
          problem={fieldProblem(problem, '/requester/address')}
        />
      </div>
    </fieldset>
  );
}
