import { isPosted, recordFormChoice } from '@echoback/server/contract';
import { useState } from 'react';
import { TextArea, TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useFacility, useMoney } from '../../facility.tsx';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { BackToRequest } from './asked-question.tsx';
import type { Forms } from './form-card.tsx';
import { RequestLayout } from './request-layout.tsx';

const ways = ['phone', 'mail', 'in-person'] as const;
type Offer = Forms['open'][number];
type Form = Offer['forms'][number]['form'];

/** What the person told the office: which form, how and when. Paper says that none of the electronic ones is wanted. */
export function ChoiceForm({ file, offer }: { file: RequestFile; offer: Offer }) {
  const t = useText(formText);
  const money = useMoney();
  const saving = useAct(recordFormChoice);
  const [chosen, setChosen] = useState<Form>();
  const [how, setHow] = useState<(typeof ways)[number]>();
  const { today } = useFacility();
  const [on, setOn] = useState<string>(today);
  const [where, setWhere] = useState('');
  const [tried, setTried] = useState(false);
  const needsAddress = chosen !== undefined && isPosted(chosen);
  const act = () => {
    setTried(true);
    if (!chosen || !how || !on) return;
    const isPaper = offer.forms.some(({ form, electronic }) => form === chosen && !electronic);
    const declined = isPaper ? offer.forms.filter(({ electronic }) => electronic).map(({ form }) => form) : [];
    const address = where.split('\n').flatMap((line) => line.trim() || []);
    const sent = address.length > 0 ? { address } : {};
    void saving.act({ requestId: file.id, offerId: offer.id, chosen, declined, how, on, ...sent });
  };
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-choice')}
      primary={{ label: t('save'), act, busy: saving.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={saving.problem} />
          <BackToRequest />
        </>
      }
    >
      <RadioTiles
        legend={t('choose-forms')}
        value={chosen}
        onChange={setChosen}
        problem={tried && !chosen ? t('need-form') : undefined}
        choices={offer.forms.map(({ form, electronic, cents }) => ({
          value: form,
          label: t(`form-${form}`),
          help: electronic ? undefined : t('all-declined'),
          aside: cents === 0 ? t('added-free') : money(cents),
        }))}
      />
      {needsAddress && fieldProblem(saving.problem, '/address') && (
        <TextArea
          label={t('choose-where')}
          value={where}
          onChange={setWhere}
          problem={fieldProblem(saving.problem, '/address')}
        />
      )}
      <RadioTiles
        legend={t('told-how')}
        value={how}
        onChange={setHow}
        columns={2}
        problem={tried && !how ? t('need-told') : undefined}
        choices={ways.map((value) => ({ value, label: t(`told-${value}`) }))}
      />
      <TextField label={t('told-on')} type="date" value={on} onChange={setOn} />
    </RequestLayout>
  );
}
