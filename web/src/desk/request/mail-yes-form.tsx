import { recordMailWarning } from '@echoback/server/contract';
import { useState } from 'react';
import { Checkbox } from '../../design-system/checkbox.tsx';
import { FieldProblem } from '../../design-system/field.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { formText } from '../../locales/form.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { BackToRequest } from './asked-question.tsx';
import type { Forms } from './form-card.tsx';
import { RequestLayout } from './request-layout.tsx';

const channels = ['phone', 'in-person', 'letter'] as const;

/** The yes to unencrypted mail, told to the office: the risk was said, and the address read back. HHS FAQ 2061. */
export function YesForm({ file, warning }: { file: RequestFile; warning: Forms['toWarn'][number] }) {
  const t = useText(formText);
  const saving = useAct(recordMailWarning);
  const [channel, setChannel] = useState<(typeof channels)[number]>();
  const [isReadBack, setReadBack] = useState(false);
  const [tried, setTried] = useState(false);
  const act = () => {
    setTried(true);
    if (!channel || !isReadBack) return;
    const { askedDeliveryId } = warning;
    void saving.act({ requestId: file.id, askedDeliveryId, channel, addressReadBack: true });
  };
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={t('title-yes')}
      subtitle={t('yes-help')}
      primary={{ label: t('save'), act, busy: saving.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={saving.problem} />
          <BackToRequest />
        </>
      }
    >
      <RadioTiles
        legend={t('told-how')}
        value={channel}
        onChange={setChannel}
        columns={2}
        problem={tried && !channel ? t('need-told') : undefined}
        choices={channels.map((value) => ({ value, label: t(`told-${value}`) }))}
      />
      <Checkbox label={t('yes-address', { address: warning.address })} checked={isReadBack} onChange={setReadBack} />
      <FieldProblem id="read-back-problem" problem={tried && !isReadBack ? t('need-read-back') : undefined} />
    </RequestLayout>
  );
}
