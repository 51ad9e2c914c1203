import { openInstanceFile } from '@echoback/server/contract';
import { useMemo, useRef, useState } from 'react';
import { addressOf } from '../../client.ts';
import { useDates } from '../../facility.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { ContactSheet } from '../../viewer/contact-sheet.tsx';
import { Stage } from '../../viewer/stage.tsx';
import { type FileName, isOnStage, type StageItem, stageItems, type ViewItem } from '../../viewer/stage-item.ts';
import type { RequestFile } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import type { CheckedExam, CheckedItem, Checking } from './checking.ts';
import { HeaderCheck } from './header-check.tsx';

export type CheckedStageItem = StageItem & { item: CheckedItem };

/** Every picture and clip as a thumbnail; each opens large, with its frames and what its header says of the patient. */
export function CheckingStage({
  checking,
  asked,
  onLook,
}: {
  checking: Checking;
  asked: RequestFile['asked'];
  /** Told when a picture is open large, so that Enter does not approve from inside it. */
  onLook: (looking: boolean) => void;
}) {
  const t = useText(deskCheckText);
  const exams = useMemo(
    () => checking.exams.map((exam) => ({ exam, items: itemsOf(exam).filter(({ item }) => isOnStage(item)) })),
    [checking],
  );
  const all = exams.flatMap(({ exam, items }) => items.map((one) => ({ id: idOf(exam, one), exam, one })));
  const [shownId, setShownId] = useState<string>();
  const region = useRef<HTMLDivElement>(null);
  const large = useRef<HTMLDivElement>(null);
  const index = all.findIndex(({ id }) => id === shownId);
  const shown = all[index];
  const move = (direction: 1 | -1) => setShownId(all[(index + direction + all.length) % all.length]?.id);
  const show = (id: string) => {
    setShownId(id);
    onLook(true);
    // Away from the thumbnail: Space then plays instead of pressing it again.
    requestAnimationFrame(() => large.current?.focus());
  };
  const close = () => {
    setShownId(undefined);
    onLook(false);
    requestAnimationFrame(() => region.current?.querySelectorAll<HTMLElement>('.sheet-item')[index]?.focus());
  };
  useKeys({ Escape: shown ? close : undefined });
  return (
    <div className="check-stage" ref={region}>
      {shown && (
        <div className="check-large" ref={large} tabIndex={-1}>
          <Stage shown={shown.one} onMove={all.length > 1 ? move : undefined} />
          <HeaderCheck item={shown.one.item} asked={asked} onClose={close} />
        </div>
      )}
      {exams.map(({ exam, items }) => (
        <section key={`${exam.examItemId}-${exam.matchId}`} className={shown ? 'check-sheet is-strip' : 'check-sheet'}>
          <ExamHeading exam={exam} shown={items.length} />
          <ContactSheet
            items={items}
            shownKey={shown?.exam === exam ? shown.one.key : undefined}
            onShow={(one) => show(idOf(exam, one))}
            note={(one) => noteOf(t, (one as CheckedStageItem).item)}
          />
        </section>
      ))}
    </div>
  );
}

/** Another patient first; then what is not in the copy, and why. */
function noteOf(t: Text<typeof deskCheckText.en>, item: CheckedItem): string | undefined {
  if (!item.samePatient) return t('other-patient');
  if (item.denied) return t('denied-file');
  return item.given ? undefined : t('not-asked');
}

function ExamHeading({ exam, shown }: { exam: CheckedExam; shown: number }) {
  const t = useText(deskCheckText);
  const dates = useDates();
  return (
    <h2 className="check-exam">
      {exam.label}
      {exam.studyDate && `, ${dates.shortDay(exam.studyDate)}`}{' '}
      <span className="check-exam-count">{t('on-stage', { count: shown })}</span>
    </h2>
  );
}

function idOf(exam: CheckedExam, one: StageItem): string {
  return `${exam.matchId}/${one.key}`;
}

/** The files of one exam; before release there is nothing to save. */
export function itemsOf(exam: CheckedExam): CheckedStageItem[] {
  const address = (item: ViewItem, file: FileName) =>
    addressOf(openInstanceFile, {
      matchId: exam.matchId,
      instanceId: (item as CheckedItem).instanceId,
      kind: file === 'dicom' ? 'picture' : file,
    });
  return stageItems(exam.items, address, { offers: [] }) as CheckedStageItem[];
}
