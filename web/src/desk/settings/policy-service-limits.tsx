import type { Trouble } from '../../client.ts';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { useText } from '../../locales/use-text.tsx';
import { useLawWords } from '../law-words.ts';
import { type ChosenPolicy, isWholeNumber } from './policy-form.ts';
import type { PolicyView } from './policy-view.ts';

type Limit = PolicyView['serviceLimits'][number];

/** The house's own targets beside the law (OD-25), each with the most that it may be. */
export function ServiceLimits({
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
  const law = useLawWords();
  const most = ({ most: count, unit }: Limit) => t('target-most', { limit: t(`limit-${unit}`, { count }) });
  return (
    <fieldset className="policy-set">
      <legend>{t('targets')}</legend>
      <p className="quiet">
        {t('targets-help')} {t('because', { reason: law(policy.openDecisions.find(isOd25)?.reason ?? '') })}
      </p>
      <div className="form-grid">
        {policy.serviceLimits.filter(isSettable).map((limit) => {
          const text = chosen.serviceLimits[limit.name] ?? '';
          return (
            <TextField
              key={limit.name}
              label={t(`target-${limit.name}`)}
              value={text}
              onChange={(value) => onChange({ serviceLimits: { ...chosen.serviceLimits, [limit.name]: value } })}
              inputMode="numeric"
              autoComplete="off"
              help={most(limit)}
              problem={
                tried && !isWholeNumber(text)
                  ? t('need-number')
                  : fieldProblem(problem, `/overlay/serviceLimits/${limit.name}`)
              }
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** What is done on the same day already can not be promised sooner. */
const settable = [
  'acknowledge-paper',
  'defective-directive',
  'redirect',
  'offer-inspection',
  'authority-doubt',
  'give-after-overturned-denial',
  'review-denial',
  'flag-available',
  'supervisor-available',
  'report-breach',
] as const;

function isSettable(limit: Limit): limit is Limit & { name: (typeof settable)[number] } {
  return settable.includes(limit.name as (typeof settable)[number]);
}

function isOd25({ id }: { id: string }): boolean {
  return id === 'OD-25';
}

/** Law that is proposed and not in force: a facility may keep it already, as a promise of its own. */
export function Proposals({
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
  const limitWords = (limit: PolicyView['proposals'][number]['limit']) =>
    limit ? t(`limit-${limit.unit}`, { count: limit.n }) : t('limit-none');
  if (policy.proposals.length === 0) return null;
  return (
    <fieldset className="policy-set">
      <legend>{t('proposals')}</legend>
      <p className="quiet">{t('proposals-help')}</p>
      {policy.proposals.map(({ id, kind, limit, cite }) => (
        <Checkbox
          key={id}
          label={`${t(`proposal-${kind}`, { limit: limitWords(limit) })} ${law(cite)}`}
          checked={chosen.adopted.includes(id)}
          onChange={(on) =>
            onChange({ adopted: on ? [...chosen.adopted, id] : chosen.adopted.filter((one) => one !== id) })
          }
        />
      ))}
    </fieldset>
  );
}
