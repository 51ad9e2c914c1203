import { recordElectronicCopy } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';

const ways = ['phone', 'mail', 'in-person'] as const;

type Paper = {
  requestId: string;
  directiveId: string;
  recipientEmail: string | null;
  hasAddress: boolean;
  onLink: (passcode: string) => void;
};

/** The person’s yes to the first choice of L-DIR, as they told it to the office. */
export function ElectronicCopy({ requestId, directiveId, recipientEmail, hasAddress, onLink }: Paper) {
  const t = useText(deskAuthorityText);
  const form = useText(formText);
  const saving = useAct(recordElectronicCopy);
  const [how, setHow] = useState<(typeof ways)[number]>('phone');
  const [typed, setTyped] = useState('');
  const save = async (kind: 'secure-link' | 'usb') => {
    const email = kind === 'secure-link' && typed ? { recipientEmail: typed } : {};
    const chosen = await saving.act({ requestId, directiveId, kind, how, ...email });
    if (chosen?.passcode) onLink(chosen.passcode);
  };
  return (
    <Disclosure summary={t('said-electronic')}>
      <div className="stack">
        <RadioTiles
          legend={form('told-how')}
          value={how}
          onChange={setHow}
          columns={2}
          choices={ways.map((value) => ({ value, label: form(`told-${value}`) }))}
        />
        {!recipientEmail && (
          <TextField
            label={t('link-goes-to')}
            type="email"
            value={typed}
            onChange={setTyped}
            problem={fieldProblem(saving.problem, '/recipientEmail')}
          />
        )}
        <Problem problem={saving.problem} />
        <Button
          look="second"
          wide
          busy={saving.busy ? t('saving') : undefined}
          onClick={() => void save('secure-link')}
        >
          {t('send-as-link')}
        </Button>
        {hasAddress && (
          <Button look="second" wide onClick={() => void save('usb')}>
            {t('send-as-stick')}
          </Button>
        )}
      </div>
    </Disclosure>
  );
}
