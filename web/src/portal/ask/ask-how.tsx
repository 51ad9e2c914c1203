import { deliveryKinds } from '@echoback/server/contract';
import { TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { moneyWords } from '../../locales/amounts.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { needsAddress } from './answers.ts';
import { QuestionPage, useQuestion } from './question-page.tsx';
import type { QuestionPlace } from './questions.ts';
import { useQuote } from './use-quote.ts';

export function AskHow({ place }: { place: QuestionPlace }) {
  const question = useQuestion(place);
  const { t, answers, change, problem, check, goOn } = question;
  const { language } = useLanguage();
  const words = useText(wordsText);
  // Every price at once: the choice itself does not change them.
  const quote = useQuote(['online'], answers.exams.length);
  const price = (kind: (typeof deliveryKinds)[number]) => {
    const cents = quote.value?.prices[kind]?.totalCents;
    if (cents === undefined) return undefined;
    return cents === 0 ? t('price-free') : moneyWords(cents, language);
  };
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
        values={answers.deliveries}
        onChange={(deliveries) => change({ deliveries: deliveryKinds.filter((kind) => deliveries.includes(kind)) })}
        choices={deliveryKinds.map((kind) => ({
          value: kind,
          label: words(`delivery-${kind}`),
          help: t(`for-${kind}`),
          aside: price(kind),
        }))}
        problem={problem('how')}
      />
      <Problem problem={quote.problem} onAgain={quote.again} />
      {answers.deliveries.includes('secure-link') && <LinkFields question={question} />}
      {needsAddress(answers.deliveries) && <AddressFields question={question} />}
    </QuestionPage>
  );
}

function LinkFields({ question }: { question: ReturnType<typeof useQuestion> }) {
  const { t, answers, change, problem } = question;
  return (
    <fieldset className="field-group">
      <legend>{t('link-to')}</legend>
      <TextField
        label={t('link-name')}
        value={answers.linkName}
        onChange={(linkName) => change({ linkName })}
        problem={problem('link-name')}
        autoComplete="off"
        maxLength={120}
      />
      <TextField
        label={t('link-email')}
        help={t('link-email-help')}
        type="email"
        inputMode="email"
        value={answers.linkEmail}
        onChange={(linkEmail) => change({ linkEmail })}
        problem={problem('link-email')}
        autoComplete="off"
        maxLength={254}
      />
    </fieldset>
  );
}

function AddressFields({ question }: { question: ReturnType<typeof useQuestion> }) {
  const { t, answers, change, problem } = question;
  const words = useText(wordsText);
  return (
    <fieldset className="field-group">
      <legend>{t('mail-to')}</legend>
      <TextField
        label={t('street')}
        value={answers.street}
        onChange={(street) => change({ street })}
        problem={problem('street')}
        autoComplete="address-line1"
        maxLength={120}
      />
      <TextField
        label={t('apartment')}
        optional={words('optional')}
        value={answers.apartment}
        onChange={(apartment) => change({ apartment })}
        autoComplete="address-line2"
        maxLength={120}
      />
      <TextField
        label={t('town')}
        value={answers.town}
        onChange={(town) => change({ town })}
        problem={problem('town')}
        autoComplete="off"
        maxLength={120}
      />
    </fieldset>
  );
}
