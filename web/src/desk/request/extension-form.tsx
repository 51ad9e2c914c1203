import { wishExtension } from '@echoback/server/contract';
import { useState } from 'react';
import { ButtonLink } from '../../design-system/button.tsx';
import { calendarDateOf, partsOf } from '../../design-system/calendar-parts.ts';
import { DateField } from '../../design-system/date-field.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useDates } from '../../facility.tsx';
import { extensionText } from '../../locales/extension.ts';
import { useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import type { Extension } from './extension.ts';
import { RequestLayout } from './request-layout.tsx';

const causes = ['off-site-storage', 'outside-vendor', 'backlog', 'other'] as const;

/** Cause, reason and day; the server answers with the letter that would go out, or with the rule against it. */
export function ExtensionForm({ file, extension }: { file: RequestFile; extension: Extension }) {
  const t = useText(extensionText);
  const words = useText(wordsText);
  const dates = useDates();
  const write = useAct(wishExtension);
  const before = extension.wish;
  const [day, setDay] = useState(partsOf(before?.promisedOn ?? extension.latest));
  const [cause, setCause] = useState<(typeof causes)[number]>(before?.cause ?? 'off-site-storage');
  const [reason, setReason] = useState(before?.reason ?? '');
  const [readyNow, setReadyNow] = useState(before?.readyNow ?? '');
  const [tried, setTried] = useState(false);
  const promisedOn = calendarDateOf(day);
  const act = () => {
    setTried(true);
    if (!promisedOn || !reason.trim()) return;
    void write.act({ requestId: file.id, promisedOn, cause, reason, ...(readyNow.trim() ? { readyNow } : {}) });
  };
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t('title')}
      subtitle={t('help')}
      primary={{ label: t('save'), act, busy: write.busy ? t('saving') : undefined }}
      beside={
        <>
          <Problem problem={write.problem} />
          <ButtonLink look="second" to="?">
            {t('back')}
          </ButtonLink>
        </>
      }
    >
      <RadioTiles
        legend={t('cause')}
        value={cause}
        onChange={setCause}
        choices={causes.map((value) => ({ value, label: t(`cause-${value}`) }))}
      />
      <TextArea
        label={t('reason')}
        help={t('reason-help')}
        value={reason}
        onChange={setReason}
        problem={tried && !reason.trim() ? t('need-reason') : fieldProblem(write.problem, '/reason')}
      />
      <DateField
        label={t('day')}
        help={t('bounds', { first: dates.shortDay(extension.firstDue), latest: dates.shortDay(extension.latest) })}
        value={day}
        onChange={setDay}
        problem={tried && !promisedOn ? t('need-day') : undefined}
      />
      <TextArea
        label={t('ready-now')}
        optional={words('optional')}
        value={readyNow}
        onChange={setReadyNow}
        rows={2}
        problem={fieldProblem(write.problem, '/readyNow')}
      />
    </RequestLayout>
  );
}
