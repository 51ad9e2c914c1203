import { deliveryKinds } from '@echoback/server/contract';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { FieldProblem, TextField } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { CheckTiles } from '../../design-system/radio-tiles.tsx';
import { Card } from '../../design-system/surface.tsx';
import { askText } from '../../locales/ask.ts';
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
  const { mine } = waysOf(answers);
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
        values={mine}
        onChange={(chosen) => change({ deliveries: kindsForMe.filter((kind) => chosen.includes(kind)) })}
        choices={kindsForMe.map((kind) => ({
          value: kind,
          label: words(`delivery-${kind}`),
          help: t(`for-${kind}`),
          aside: kind === 'other-form' ? t('price-later') : price(kind),
        }))}
        problem={problem('how')}
      />
      <Problem problem={quote.problem} onAgain={quote.again} />
      {mine.includes('other-form') && (
        <TextField
          label={t('other-form')}
          help={t('other-form-help')}
          value={answers.otherForm}
          onChange={(otherForm) => change({ otherForm })}
          problem={problem('other-form')}
          autoComplete="off"
          maxLength={120}
        />
      )}
      {mine.includes('inspection') && (
        <TextField
          label={t('inspection-times')}
          help={t('inspection-times-help')}
          optional={words('optional')}
          value={answers.inspectionTimes}
          onChange={(inspectionTimes) => change({ inspectionTimes })}
          autoComplete="off"
          maxLength={200}
        />
      )}
      {mine.includes('email-unencrypted') && (
        <MailWarning
          email={answers.email.trim()}
          isRead={answers.mailWarningRead}
          onRead={(mailWarningRead) => change({ mailWarningRead })}
          problem={problem('mail-warning')}
        />
      )}
      {needsAddress(mine) && (
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

/** Unencrypted mail is a right: warned, still wanted, sent (HHS FAQ 2061). The words are those of the letter L-WARN. */
function MailWarning({
  email,
  isRead,
  onRead,
  problem,
}: {
  email: string;
  isRead: boolean;
  onRead: (isRead: boolean) => void;
  problem: string | undefined;
}) {
  const t = useText(askText);
  return (
    <Card tone="asking">
      <h2>{t('mail-warning')}</h2>
      <p>{t('mail-warning-risk')}</p>
      <p>{t('mail-warning-safer')}</p>
      <Checkbox
        label={t('mail-warning-yes')}
        help={t('mail-warning-to', { email })}
        checked={isRead}
        onChange={onRead}
      />
      <FieldProblem id="mail-warning-problem" problem={problem} />
    </Card>
  );
}
