import { deliveryKinds, isPosted, kindsForOthers } from '@echoback/server/contract';
import type { Trouble } from '../../client.ts';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { DateField } from '../../design-system/date-field.tsx';
import { SelectField, TextArea, TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem } from '../../design-system/problem.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import type { DeliveryKind } from '../request-file.ts';
import type { TypedWay } from './typed-intake.ts';

const kindsForSelf = deliveryKinds.filter((kind) => kind !== 'secure-link');

/** One way to one recipient. What a writing lacks for somebody else stays empty: the letter asks for exactly that. */
export function WayFields({
  way,
  index,
  legend,
  hasEmail,
  problem,
  onChange,
  onRemove,
}: {
  way: TypedWay;
  index: number;
  legend: string;
  /** Of the person who asks: without one they can not open what is online. */
  hasEmail: boolean;
  problem: Trouble | undefined;
  onChange: (part: Partial<TypedWay>) => void;
  onRemove: (() => void) | undefined;
}) {
  const t = useText(deskIntakeText);
  const words = useText(wordsText);
  const isOther = way.who === 'third-party';
  const isMailed = isPosted(way.kind);
  const note = (field: string) => fieldProblem(problem, `/deliveries/${index}/${field}`);
  return (
    <fieldset className="stack-small intake-part">
      <legend>{legend}</legend>
      <div className="form-grid">
        <SelectField
          label={t('goes-to')}
          value={way.who}
          onChange={(who) =>
            onChange(who === 'self' ? { who, kind: 'online' } : { who: 'third-party', kind: 'secure-link' })
          }
          options={(['self', 'third-party'] as const).map((value) => ({ value, label: t(`to-${value}`) }))}
        />
        <SelectField
          label={t('how-to-get')}
          value={way.kind}
          onChange={(kind) => onChange({ kind: kind as DeliveryKind })}
          options={(isOther ? kindsForOthers : kindsForSelf).map((value) => ({
            value,
            label: words(`delivery-${value}`),
          }))}
          problem={note('kind')}
        />
        {isOther && (
          <TextField
            label={t('recipient-name')}
            help={t('recipient-help')}
            value={way.name}
            onChange={(name) => onChange({ name })}
            problem={note('name')}
            autoComplete="off"
            maxLength={120}
          />
        )}
        {way.kind === 'other-form' && (
          <TextField
            label={t('form-asked')}
            help={t('form-asked-help')}
            value={way.form}
            onChange={(form) => onChange({ form })}
            problem={note('form')}
            autoComplete="off"
            maxLength={120}
          />
        )}
        {way.kind === 'inspection' && (
          <TextField
            label={t('times-asked')}
            help={t('times-asked-help')}
            value={way.times}
            onChange={(times) => onChange({ times })}
            problem={note('times')}
            autoComplete="off"
            maxLength={200}
          />
        )}
        {way.kind === 'secure-link' && (
          <TextField
            label={t('recipient-email')}
            type="email"
            value={way.email}
            onChange={(email) => onChange({ email })}
            problem={note('email')}
            autoComplete="off"
            maxLength={254}
          />
        )}
        {isMailed && (
          <TextArea
            label={t(isOther ? 'recipient-address' : 'parcel-address')}
            help={t(isOther ? 'recipient-help' : 'parcel-address-help')}
            value={way.address}
            onChange={(address) => onChange({ address })}
            problem={note('address')}
          />
        )}
      </div>
      {way.kind === 'online' && !hasEmail && <p className="small quiet">{t('online-needs-email')}</p>}
      {isOther && way.kind === 'prints' && <PaperAuthorization way={way} onChange={onChange} />}
      {onRemove && (
        <p>
          <LinkButton onClick={onRemove}>{t('remove-way')}</LinkButton>
        </p>
      )}
    </fieldset>
  );
}

/** Prints to somebody else go by an authorization (45 CFR 164.508(c)); without one the letter offers other ways. */
function PaperAuthorization({ way, onChange }: { way: TypedWay; onChange: (part: Partial<TypedWay>) => void }) {
  const t = useText(deskIntakeText);
  return (
    <>
      <Checkbox
        label={t('has-authorization')}
        help={t('has-authorization-help')}
        checked={way.hasAuthorization}
        onChange={(hasAuthorization) => onChange({ hasAuthorization })}
      />
      {way.hasAuthorization && (
        <div className="form-grid">
          <TextField
            label={t('describes')}
            value={way.describes}
            onChange={(describes) => onChange({ describes })}
            maxLength={500}
          />
          <TextField
            label={t('purpose')}
            help={t('purpose-help')}
            value={way.purpose}
            onChange={(purpose) => onChange({ purpose })}
            maxLength={500}
          />
          {!way.endsWithRequest && (
            <DateField
              label={t('expires-on')}
              value={way.expiresOn}
              onChange={(expiresOn) => onChange({ expiresOn })}
            />
          )}
          <Checkbox
            label={t('ends-with-request')}
            checked={way.endsWithRequest}
            onChange={(endsWithRequest) => onChange({ endsWithRequest })}
          />
          <Checkbox
            label={t('has-statements')}
            checked={way.statements}
            onChange={(statements) => onChange({ statements })}
          />
        </div>
      )}
    </>
  );
}
