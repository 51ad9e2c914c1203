import type { Trouble } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { useDates } from '../../facility.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';
import type { PatientRecord } from '../request-file.ts';

type Contact = { kind: 'email' | 'mobile'; value: string };

/** Contacts with the day since which they are held: only an old enough one can prove somebody. */
export function Contacts({
  contacts,
  held,
  onChange,
  problem,
}: {
  contacts: readonly Contact[];
  held: PatientRecord['contacts'];
  onChange: (contacts: Contact[]) => void;
  problem: Trouble | undefined;
}) {
  const t = useText(deskSetupText);
  const dates = useDates();
  const since = (contact: Contact) => {
    const same = held.find(({ kind, value }) => kind === contact.kind && value === contact.value);
    return same ? t('held-since', { day: dates.shortDay(dates.dayOf(same.heldSince)) }) : t('held-from-today');
  };
  return (
    <fieldset className="many-rows">
      <legend className="field-label">{t('contacts')}</legend>
      <p className="field-help">{t('contacts-help')}</p>
      {inOrder(contacts).map(({ place, one }) => (
        <div key={place} className="many-row">
          <TextField
            label={t(`contact-${one.kind}`)}
            help={since(one)}
            type={one.kind === 'email' ? 'email' : 'tel'}
            value={one.value}
            onChange={(value) => onChange(contacts.map((row, index) => (index === place ? { ...row, value } : row)))}
            problem={fieldProblem(problem, `/contacts/${place}/value`)}
            autoComplete="off"
          />
          <LinkButton
            label={t('remove-row', { what: t(`contact-${one.kind}`) })}
            onClick={() => onChange(contacts.filter((_, index) => index !== place))}
          >
            {t('remove')}
          </LinkButton>
        </div>
      ))}
      <p className="button-row">
        {(['email', 'mobile'] as const).map((kind) => (
          <Button key={kind} look="plain" onClick={() => onChange([...contacts, { kind, value: '' }])}>
            {t(`add-${kind}`)}
          </Button>
        ))}
      </p>
    </fieldset>
  );
}
