import { Checkbox } from '../../design-system/checkbox.tsx';
import { SelectField } from '../../design-system/field.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { useLawWords } from '../law-words.ts';
import type { ChosenPolicy } from './policy-form.ts';
import type { PolicyView } from './policy-view.ts';

const kinds = ['hospital', 'clinic', 'physician', 'ehr-provider', 'custodian'] as const;

/** A base, what stands on top of it, and what kind of provider this facility is. */
export function LawChoice({
  policy,
  chosen,
  onChange,
}: {
  policy: PolicyView;
  chosen: ChosenPolicy;
  onChange: (part: Partial<ChosenPolicy>) => void;
}) {
  const t = useText(deskPolicyText);
  const law = useLawWords();
  const additions = policy.additions.filter(({ onTopOf }) => onTopOf === chosen.base);
  const toggled = <V extends string>(list: readonly V[], one: V, on: boolean) =>
    on ? [...list, one] : list.filter((other) => other !== one);
  return (
    <>
      <SelectField
        label={t('base')}
        value={chosen.base}
        onChange={(base) => onChange({ base, additions: [] })}
        options={policy.bases.map(({ id, title }) => ({ value: id, label: law(title) }))}
      />
      {additions.length > 0 && (
        <fieldset className="policy-set">
          <legend>{t('additions')}</legend>
          <p className="quiet">{t('additions-help')}</p>
          <div className="policy-columns">
            {additions.map(({ id, title }) => (
              <Checkbox
                key={id}
                label={law(title)}
                checked={chosen.additions.includes(id)}
                onChange={(on) => onChange({ additions: toggled(chosen.additions, id, on) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <fieldset className="policy-set">
        <legend>{t('provider')}</legend>
        <p className="quiet">{t('provider-help')}</p>
        <div className="policy-columns">
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={t(`provider-${kind}`)}
              checked={chosen.provider.includes(kind)}
              onChange={(on) => onChange({ provider: toggled(chosen.provider, kind, on) })}
            />
          ))}
        </div>
      </fieldset>
    </>
  );
}
