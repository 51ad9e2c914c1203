import type { printChoice } from '@echoback/server/contract';
import { useState } from 'react';
import type { z } from 'zod';
import { ButtonLink } from '../design-system/button.tsx';
import { Checkbox } from '../design-system/checkbox.tsx';
import { SelectField } from '../design-system/field.tsx';
import { printText } from '../locales/print.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import './print-choices.css';

type PrintChoice = z.output<typeof printChoice>;

const forms = ['page', 'life', 'sheet'] as const;
type Form = (typeof forms)[number];

/** People who measure in inches print on Letter; everybody else on A4. */
const letterRegions = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE']);

function usualPaper(): PrintChoice['paper'] {
  const region = new Intl.Locale(navigator.language).maximize().region ?? 'US';
  return letterRegions.has(region) ? 'letter' : 'a4';
}

/** How the pictures go on paper, and the PDF made so. */
export function PrintChoices({
  address,
  look = 'primary',
}: {
  address: (choice: PrintChoice) => string;
  /** Where something else is the page's own next step, this is not the first button. */
  look?: 'primary' | 'second';
}) {
  const t = useText(printText);
  const { language } = useLanguage();
  const [form, setForm] = useState<Form>('page');
  const [paper, setPaper] = useState(usualPaper);
  const [named, setNamed] = useState(true);
  const choice: PrintChoice = {
    layout: form === 'sheet' ? 'sheet' : 'page',
    size: form === 'life' ? 'life' : 'fit',
    paper,
    named: named ? 'yes' : 'no',
  };
  return (
    <div className="print-choices" lang={language}>
      <SelectField
        label={t('form')}
        help={t(`form-${form}-help`)}
        value={form}
        onChange={(value) => setForm(forms.find((one) => one === value) ?? 'page')}
        options={forms.map((value) => ({ value, label: t(`form-${value}`) }))}
      />
      <SelectField
        label={t('paper')}
        value={paper}
        onChange={(value) => setPaper(value === 'a4' ? 'a4' : 'letter')}
        options={[
          { value: 'letter', label: t('paper-letter') },
          { value: 'a4', label: t('paper-a4') },
        ]}
      />
      <Checkbox label={t('named')} help={t('named-help')} checked={named} onChange={setNamed} />
      <p>
        <ButtonLink look={look} href={address(choice)} newTab>
          {t('open')}
        </ButtonLink>
      </p>
    </div>
  );
}
