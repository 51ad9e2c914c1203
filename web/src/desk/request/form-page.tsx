import { offerForms, previewOffer, readForms } from '@echoback/server/contract';
import { useState } from 'react';
import type { InputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { type LetterContent, LetterView } from '../../letters/letter-view.tsx';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { BackToRequest } from './asked-question.tsx';
import { ChoiceForm } from './form-choice-form.tsx';
import { YesForm } from './mail-yes-form.tsx';
import { RequestLayout } from './request-layout.tsx';

/** What is to be settled about the form of the copy, one thing after the other. */
export function FormPage({ file }: { file: RequestFile }) {
  const t = useText(formText);
  const { value, problem, again } = useRead(readForms, { requestId: file.id });
  if (!value)
    return (
      <RequestLayout file={file} place="copies" title={t('card-title')}>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('card-title')} />}
      </RequestLayout>
    );
  const [asked] = value.toOffer;
  const [open] = value.open;
  const [toWarn] = value.toWarn;
  if (!file.closed && asked) return <OfferForm key={asked.askedDeliveryId} file={file} asked={asked} />;
  if (!file.closed && open) return <ChoiceForm key={open.id} file={file} offer={open} />;
  if (!file.closed && toWarn) return <YesForm key={toWarn.askedDeliveryId} file={file} warning={toWarn} />;
  return <RequestLayout file={file} place="copies" title={t('title-over')} beside={<BackToRequest />} />;
}

type Why = InputOf<typeof offerForms>['why'];
const reasons: readonly Why[] = [
  'no equipment makes it',
  'own drive is an unacceptable security risk',
  'habit or policy',
  'too much work',
  'nobody asks for it',
];

/** The reason, then its letter: nothing is sent that was not read, and what is no reason is refused with its rule. */
function OfferForm({ file, asked }: { file: RequestFile; asked: { askedDeliveryId: string; form: string } }) {
  const t = useText(formText);
  const preview = useAct(previewOffer);
  const send = useAct(offerForms);
  const [why, setWhy] = useState<Why>();
  const [letter, setLetter] = useState<LetterContent>();
  const [tried, setTried] = useState(false);
  const wish = why && { requestId: file.id, askedDeliveryId: asked.askedDeliveryId, why };
  const see = async () => {
    setTried(true);
    if (wish) setLetter(await preview.act(wish));
  };
  if (letter && wish)
    return (
      <RequestLayout
        file={file}
        place="copies"
        title={t('title-read')}
        primary={{ label: t('send'), act: () => void send.act(wish), busy: send.busy ? t('sending') : undefined }}
        beside={
          <>
            <Problem problem={send.problem} />
            <Button look="second" wide onClick={() => setLetter(undefined)}>
              {t('choose-why-anew')}
            </Button>
          </>
        }
      >
        <LetterView letter={letter} />
      </RequestLayout>
    );
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-offer')}
      subtitle={t('help-offer', { form: asked.form })}
      primary={{ label: t('see'), act: () => void see(), busy: preview.busy ? t('seeing') : undefined }}
      beside={
        <>
          <Problem problem={preview.problem} />
          <BackToRequest />
        </>
      }
    >
      <RadioTiles
        legend={t('why-not')}
        value={why}
        onChange={setWhy}
        problem={tried && !why ? t('need-why') : undefined}
        choices={reasons.map((value) => ({ value, label: t(`why-${value}`) }))}
      />
    </RequestLayout>
  );
}
