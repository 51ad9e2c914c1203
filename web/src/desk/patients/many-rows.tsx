import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';

/** A few lines of the same fields: record numbers, former names. */
export function ManyRows<R extends Record<string, string>>({
  legend,
  rows,
  fields,
  empty,
  onChange,
  addWords,
  problemAt,
}: {
  legend: string;
  rows: readonly R[];
  fields: readonly { name: keyof R & string; label: string }[];
  empty: R;
  onChange: (rows: R[]) => void;
  addWords: string;
  problemAt: (index: number, name: string) => string | undefined;
}) {
  const t = useText(deskSetupText);
  return (
    <fieldset className="many-rows">
      <legend className="field-label">{legend}</legend>
      {inOrder(rows).map(({ place, one }) => (
        <div key={place} className="many-row">
          {fields.map(({ name, label }) => (
            <TextField
              key={name}
              label={label}
              value={one[name] ?? ''}
              onChange={(value) =>
                onChange(rows.map((row, index) => (index === place ? { ...row, [name]: value } : row)))
              }
              problem={problemAt(place, name)}
              autoComplete="off"
            />
          ))}
          <LinkButton
            label={t('remove-row', { what: `${legend} ${place + 1}` })}
            onClick={() => onChange(rows.filter((_, index) => index !== place))}
          >
            {t('remove')}
          </LinkButton>
        </div>
      ))}
      <p>
        <Button look="plain" onClick={() => onChange([...rows, empty])}>
          {addWords}
        </Button>
      </p>
    </fieldset>
  );
}
