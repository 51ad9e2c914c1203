import type { Trouble } from '../../client.ts';
import { calendarDateOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { SelectField, TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { useFacility } from '../../facility.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { channels, type TypedIntake } from './typed-intake.ts';

/** How and when it came. An earlier day shows at once what it needs. */
export function ArrivalFields({
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
  const { today } = useFacility();
  const receivedOn = calendarDateOf(typed.receivedOn);
  const isEarlier = receivedOn !== undefined && receivedOn < today;
  const signatures =
    typed.channel === 'walk-in' ? (['signed', 'unsigned', 'spoken'] as const) : (['signed', 'unsigned'] as const);
  return (
    <div className="form-grid">
      <SelectField
        label={t('how-it-came')}
        value={typed.channel}
        onChange={(channel) => onChange({ channel: channel as TypedIntake['channel'], signature: 'signed' })}
        options={channels.map((value) => ({ value, label: t(`channel-${value}`) }))}
      />
      {typed.channel !== 'phone' && (
        <SelectField
          label={t('signature')}
          value={typed.signature}
          onChange={(signature) => onChange({ signature: signature as TypedIntake['signature'] })}
          options={signatures.map((value) => ({ value, label: t(`signature-${value}`) }))}
        />
      )}
      <DateField
        label={t('received-on')}
        help={t('received-help')}
        value={typed.receivedOn}
        onChange={(value) => onChange({ receivedOn: value })}
        problem={tried && !receivedOn ? t('need-day') : fieldProblem(problem, '/receivedOn')}
      />
      <TextField
        label={t('department')}
        optional={t('optional')}
        value={typed.department}
        onChange={(department) => onChange({ department })}
      />
      {isEarlier && !typed.scanId && (
        <TextField
          label={t('earlier-reason')}
          value={typed.earlierReason}
          onChange={(earlierReason) => onChange({ earlierReason })}
          problem={fieldProblem(problem, '/earlierReason')}
        />
      )}
    </div>
  );
}
