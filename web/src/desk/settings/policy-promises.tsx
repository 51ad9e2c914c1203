import type { Trouble } from '../../client.ts';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { type ChosenPolicy, type NumberField, wrongNumbers } from './policy-form.ts';

/** Where the server's note about a number stands. */
const pointers: Record<NumberField, string> = {
  copyDays: '/overlay/responseDays/copy',
  inspectDays: '/overlay/responseDays/inspect',
  extensionDays: '/overlay/extensionDays',
  imagesYears: '/overlay/retentionYears/images',
  recordsYears: '/overlay/retentionYears/records',
  warningPercents: '/overlay/warningPercents',
};

/** What the facility promises beyond the law. */
export function Promises({
  chosen,
  onChange,
  tried,
  problem,
}: {
  chosen: ChosenPolicy;
  onChange: (part: Partial<ChosenPolicy>) => void;
  tried: boolean;
  problem: Trouble | undefined;
}) {
  const t = useText(deskPolicyText);
  const wrong = tried ? wrongNumbers(chosen) : [];
  const field = (name: NumberField, words: 'copy' | 'inspect' | 'extension' | 'images' | 'records' | 'warnings') => (
    <TextField
      label={t(`promise-${words}`)}
      value={chosen[name]}
      onChange={(value) => onChange({ [name]: value })}
      inputMode="numeric"
      autoComplete="off"
      help={words === 'warnings' ? t('promise-warnings-help') : undefined}
      problem={wrong.includes(name) ? t('need-number') : fieldProblem(problem, pointers[name])}
    />
  );
  return (
    <fieldset className="policy-set">
      <legend>{t('promises')}</legend>
      <p className="quiet">{t('promises-help')}</p>
      <div className="form-grid">
        {field('copyDays', 'copy')}
        {field('inspectDays', 'inspect')}
        {field('extensionDays', 'extension')}
        {field('imagesYears', 'images')}
        {field('recordsYears', 'records')}
        {field('warningPercents', 'warnings')}
      </div>
    </fieldset>
  );
}
