import { deliveryKinds } from '@echoback/server/contract';
import { Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { AddressFields } from './address-fields.tsx';
import { needsAddress, waysOf } from './answers.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { usePrices } from './use-quote.ts';

const kindsForMe = deliveryKinds.filter((kind) => kind !== 'secure-link');

/** How the person gets their own copy; a way to somebody else is a question of its own. */
export function AskHow({ place }: { place: QuestionPlace }) {
  const { t, answers, change, problem, check, goOn } = useQuestion(place);
  const words = useText(wordsText);
  const { price, quote } = usePrices('prices', answers.exams.length);
  return (
    <QuestionPage
      place={place}
      title={t('how-question')}
      help={t('how-help')}
      onContinue={() => {
        if (!check()) return false;
        goOn();
        return true;
      }}
    >
      <CheckTiles
        legend={t('how-question')}
        hideLegend
        values={waysOf(answers).mine}
        onChange={(chosen) => change({ deliveries: kindsForMe.filter((kind) => chosen.includes(kind)) })}
        choices={kindsForMe.map((kind) => ({
          value: kind,
          label: words(`delivery-${kind}`),
          help: t(`for-${kind}`),
          aside: price(kind),
        }))}
        problem={problem('how')}
      />
      <Problem problem={quote.problem} onAgain={quote.again} />
      {needsAddress(waysOf(answers).mine) && (
        <AddressFields
          legend={t('mail-to')}
          own
          street={{ value: answers.street, onChange: (street) => change({ street }), problem: problem('street') }}
          apartment={{ value: answers.apartment, onChange: (apartment) => change({ apartment }) }}
          town={{ value: answers.town, onChange: (town) => change({ town }), problem: problem('town') }}
        />
      )}
    </QuestionPage>
  );
}
