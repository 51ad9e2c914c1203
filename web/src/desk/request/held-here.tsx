import { Checkbox } from '../../design-system/checkbox.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { ExamItem, RequestFile } from '../request-file.ts';

/** A study that a search for the exam found, as the server wants it named. */
export type Beside = { searchId: string; imageSourceId: string; studyInstanceUid: string };

/** What we do hold of this person, a copy from elsewhere or our own: whatever of it was asked for too is given. */
export function HeldHere({
  file,
  item,
  chosen,
  onChoose,
}: {
  file: RequestFile;
  item: ExamItem;
  chosen: readonly Beside[];
  onChoose: (chosen: readonly Beside[]) => void;
}) {
  const t = useText(deskFileText);
  const dates = useDates();
  const search = file.lastSearches.find(({ examItemId }) => examItemId === item.id);
  const taken = new Set(file.examItems.flatMap(({ matches }) => matches.map((match) => match.studyInstanceUid)));
  const held = (search?.candidates ?? []).filter(
    ({ verdict, studyInstanceUid }) => verdict === 'exact' && !taken.has(studyInstanceUid),
  );
  if (!search || held.length === 0) return null;
  return (
    <fieldset className="stack-small">
      <legend className="field-label">{t('held-here')}</legend>
      <p className="page-help">{t('held-here-help')}</p>
      {held.map(({ imageSourceId, imageSourceName, studyInstanceUid, description, studyDate }) => {
        const isThis = (one: Beside) =>
          one.studyInstanceUid === studyInstanceUid && one.imageSourceId === imageSourceId;
        const words = [description ?? t('exam-without-name'), studyDate && dates.plainDay(studyDate), imageSourceName];
        return (
          <Checkbox
            key={`${imageSourceId} ${studyInstanceUid}`}
            label={words.filter(Boolean).join(' · ')}
            checked={chosen.some(isThis)}
            onChange={(yes) =>
              onChoose([
                ...chosen.filter((one) => !isThis(one)),
                ...(yes ? [{ searchId: search.id, imageSourceId, studyInstanceUid }] : []),
              ])
            }
          />
        );
      })}
    </fieldset>
  );
}
