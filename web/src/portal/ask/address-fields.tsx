import { TextField } from '../../design-system/field.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';

type Line = { value: string; onChange: (value: string) => void; problem?: string | undefined };

/** Where a parcel goes. The phone offers its owner's address only where it is theirs. */
export function AddressFields({
  legend,
  street,
  apartment,
  town,
  own,
}: {
  legend: string;
  street: Line;
  apartment: Line;
  town: Line;
  own: boolean;
}) {
  const t = useText(askText);
  const words = useText(wordsText);
  return (
    <fieldset className="field-group">
      <legend>{legend}</legend>
      <TextField label={t('street')} {...street} autoComplete={own ? 'address-line1' : 'off'} maxLength={120} />
      <TextField
        label={t('apartment')}
        optional={words('optional')}
        {...apartment}
        autoComplete={own ? 'address-line2' : 'off'}
        maxLength={120}
      />
      <TextField label={t('town')} {...town} autoComplete="off" maxLength={120} />
    </fieldset>
  );
}
