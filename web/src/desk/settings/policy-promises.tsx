import type { Trouble } from '../../client.ts';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { useLawWords } from '../law-words.ts';
import { type ChosenPolicy, type NumberField, wrongNumbers } from './policy-form.ts';
import type { PolicyView } from './policy-view.ts';

/** Where the server's note about a number stands. */
const pointers: Record<NumberField, string> = {
  copyDays: '/overlay/responseDays/copy',
  inspectDays: '/overlay/responseDays/inspect',
  extensionDays: '/overlay/extensionDays',
  imagesYears: '/overlay/retentionYears/images',
  recordsYears: '/overlay/retentionYears/records',
  warningPercents: '/overlay/warningPercents',
};

type Words = 'copy' | 'inspect' | 'extension' | 'images' | 'records' | 'warnings';

/** What the facility promises beyond the law, each beside the law's own number. */
export function Promises({
  policy,
  chosen,
  onChange,
  tried,
  problem,
}: {
  policy: PolicyView;
  chosen: ChosenPolicy;
  onChange: (part: Partial<ChosenPolicy>) => void;
  tried: boolean;
  problem: Trouble | undefined;
}) {
  const t = useText(deskPolicyText);
  const wrong = tried ? wrongNumbers(chosen) : [];
  const { law } = policy;
  const cited = useLawWords();
  const period = (number: typeof law.copy) =>
    number && t('law-says', { number: t(`limit-${number.unit}`, { count: number.n }), cite: cited(number.cite) });
  const years = (number: typeof law.images) =>
    number && t('law-says', { number: t('years', { count: number.years }), cite: cited(number.cite) });
  const { extension } = law;
  const says: Record<Words, string | null> = {
    copy: period(law.copy),
    inspect: period(law.inspect),
    extension:
      extension &&
      t(extension.days === 0 ? 'law-no-extension' : 'law-at-most', {
        number: t('limit-calendar-day', { count: extension.days }),
        cite: cited(extension.cite),
      }),
    images: years(law.images),
    records: years(law.records),
    warnings: t('law-warnings', { percents: law.warningPercents.join(', ') }),
  };
  // Another law that is only chosen on this page has its numbers once it is saved.
  const inForce = policy.choice === [chosen.base, ...chosen.additions].join('+');
  const lawSays = (words: Words) => (inForce ? (says[words] ?? t('law-names-none')) : t('law-after-saving'));
  const field = (name: NumberField, words: Words) => (
    <TextField
      label={t(`promise-${words}`)}
      value={chosen[name]}
      onChange={(value) => onChange({ [name]: value })}
      inputMode="numeric"
      autoComplete="off"
      help={lawSays(words)}
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
