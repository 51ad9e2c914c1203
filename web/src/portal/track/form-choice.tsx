import { chooseForm, isPosted } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { Card } from '../../design-system/surface.tsx';
import { useMoney } from '../../facility.tsx';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Tracked } from './where-it-stands.ts';

type Offer = Tracked['formChoices'][number];
type Form = Offer['forms'][number];

/** What can be made in place of what was asked for, each with its price; paper comes last, for who wants none of the others. */
export function FormChoice({ offer }: { offer: Offer }) {
  const t = useText(formText);
  const money = useMoney();
  const choosing = useAct(chooseForm);
  const [chosen, setChosen] = useState<Form['form']>();
  const [where, setWhere] = useState('');
  const [tried, setTried] = useState(false);
  const asked = offer.asked === 'email-unencrypted' ? t('plain-mail') : offer.asked;
  const needsAddress = chosen !== undefined && isPosted(chosen);
  const address = where
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const lacksAddress = needsAddress && !offer.hasAddress && address.length < 2;
  const send = () => {
    setTried(true);
    if (!chosen || lacksAddress) return;
    const isPaper = offer.forms.some(({ form, electronic }) => form === chosen && !electronic);
    const declined = isPaper ? offer.forms.filter(({ electronic }) => electronic).map(({ form }) => form) : [];
    void choosing.act({ offerId: offer.id, chosen, declined, ...(address.length > 0 ? { address } : {}) });
  };
  return (
    <Card tone="asking">
      <h2>{t('choose-title')}</h2>
      <p>{t('choose-why', { form: asked, why: t(`unable-${offer.unable}`) })}</p>
      <RadioTiles
        legend={t('choose-forms')}
        value={chosen}
        onChange={setChosen}
        problem={tried && !chosen ? t('need-form') : undefined}
        choices={offer.forms.map(({ form, electronic, cents }) => ({
          value: form,
          label: electronic ? t(`form-${form}`) : t('choose-none', { form: t(`form-${form}`) }),
          aside: cents === 0 ? t('added-free') : money(cents),
        }))}
      />
      {needsAddress && !offer.hasAddress && (
        <TextArea
          label={t('choose-where')}
          value={where}
          onChange={setWhere}
          problem={tried && lacksAddress ? t('choose-where') : fieldProblem(choosing.problem, '/address')}
        />
      )}
      <Problem problem={choosing.problem} />
      <Button wide busy={choosing.busy ? t('saving') : undefined} onClick={send}>
        {t('choose-send')}
      </Button>
    </Card>
  );
}
