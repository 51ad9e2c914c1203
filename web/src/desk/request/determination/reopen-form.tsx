import { reopenExam } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { TextField } from '../../../design-system/field.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import type { DecidedExam } from './determinations.ts';
import { Refusal } from './refusal.tsx';

/** The exam is looked for again; its due date is the one that it always had. */
export function ReopenForm({ exam, onDone }: { exam: DecidedExam; onDone: () => void }) {
  const t = useText(deskDeterminationText);
  const reopen = useAct(reopenExam);
  const [reopenedFor, setReopenedFor] = useState<'missing-images' | 'new-proof'>('missing-images');
  const [reason, setReason] = useState('');
  const act = async () => {
    if ((await reopen.act({ examItemId: exam.examItemId, reopenedFor, reason })) !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      <RadioTiles
        legend={t('reopened-for')}
        value={reopenedFor}
        onChange={setReopenedFor}
        choices={[
          { value: 'missing-images', label: t('missing-images') },
          { value: 'new-proof', label: t('new-proof') },
        ]}
        columns={2}
      />
      <TextField label={t('reason')} value={reason} onChange={setReason} />
      <Refusal problem={reopen.problem} />
      <Button busy={reopen.busy ? t('saving') : undefined} onClick={() => void act()}>
        {t('reopen-it')}
      </Button>
    </div>
  );
}
