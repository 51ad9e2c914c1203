import { kindsForOthers } from '@echoback/server/contract';
import { TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { AddressFields } from './address-fields.tsx';
import { needsAddress } from './answers.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { usePrices } from './use-quote.ts';

/** Who receives it and where: the elements of a directive that the signature does not give, 45 CFR 164.524(c)(3)(ii). */
export function AskRecipient({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  const words = useText(wordsText);
  const { price, quote } = usePrices('pricesToOthers', answers.exams.length);
  const { otherKinds } = answers;
  return (
    <QuestionPage
      place={place}
      title={t('recipient-question')}
      help={t('recipient-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <TextField
        label={t('other-name')}
        help={t('other-name-help')}
        value={answers.otherName}
        onChange={(otherName) => change({ otherName })}
        problem={problem('other-name')}
        autoComplete="off"
        maxLength={120}
      />
      <CheckTiles
        legend={t('other-kinds')}
        values={otherKinds}
        onChange={(chosen) => change({ otherKinds: kindsForOthers.filter((kind) => chosen.includes(kind)) })}
        choices={kindsForOthers.map((kind) => ({
          value: kind,
          label: kind === 'secure-link' ? t('other-link') : words(`delivery-${kind}`),
          help: t(kind === 'prints' ? 'other-prints-help' : `for-${kind}`),
          aside: price(kind),
        }))}
        problem={problem('other-kinds')}
      />
      <Problem problem={quote.problem} onAgain={quote.again} />
      {otherKinds.includes('secure-link') && (
        <TextField
          label={t('other-email')}
          help={t('other-email-help')}
          type="email"
          inputMode="email"
          value={answers.otherEmail}
          onChange={(otherEmail) => change({ otherEmail })}
          problem={problem('other-email')}
          autoComplete="off"
          maxLength={254}
        />
      )}
      {needsAddress(otherKinds) && (
        <AddressFields
          legend={t('other-address')}
          own={false}
          street={{
            value: answers.otherStreet,
            onChange: (otherStreet) => change({ otherStreet }),
            problem: problem('other-street'),
          }}
          apartment={{ value: answers.otherApartment, onChange: (otherApartment) => change({ otherApartment }) }}
          town={{
            value: answers.otherTown,
            onChange: (otherTown) => change({ otherTown }),
            problem: problem('other-town'),
          }}
        />
      )}
    </QuestionPage>
  );
}
