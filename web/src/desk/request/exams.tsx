import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { ExamItem, RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { CloseExam } from './close-exam.tsx';
import { ExamState } from './exam-state.tsx';
import { FindExam } from './find-exam.tsx';

const searched = ['received', 'searching'];
export const beforeGiving: readonly string[] = [...searched, 'matched', 'granted', 'retrieving', 'checking'];

/** The exams of a request, one by one: the first that needs somebody is open; the others are a press away. */
export function Exams({ file }: { file: RequestFile }) {
  const first = file.examItems.find((item) => searched.includes(item.state)) ?? file.examItems[0];
  const [address] = useSearchParams();
  // From the page of decisions: what became of this exam.
  const ended = address.get('ended') ?? undefined;
  const [chosenId, setChosenId] = useState<string | undefined>(ended);
  const [closing, setClosing] = useState(ended !== undefined);
  const [more, setMore] = useState(false);
  const item = file.examItems.find(({ id }) => id === chosenId) ?? first;
  if (!item) return null;
  const tabs = (
    <ExamTabs
      file={file}
      shown={item}
      onShow={(id) => {
        setChosenId(id);
        setClosing(false);
        setMore(false);
      }}
    />
  );
  const searching = searched.includes(item.state);
  if (closing && beforeGiving.includes(item.state))
    return <CloseExam file={file} item={item} tabs={tabs} onDone={() => setClosing(false)} />;
  if (searching || (more && item.state === 'matched')) {
    return (
      <FindExam
        key={item.id}
        file={file}
        item={item}
        tabs={tabs}
        onClose={searching ? () => setClosing(true) : undefined}
        onMatched={() => {
          setMore(false);
          // The next exam that still needs a study comes up by itself.
          setChosenId(undefined);
        }}
      />
    );
  }
  return <ExamState file={file} item={item} tabs={tabs} onMore={() => setMore(true)} />;
}

function ExamTabs({ file, shown, onShow }: { file: RequestFile; shown: ExamItem; onShow: (id: string) => void }) {
  const t = useText(deskFileText);
  const { inShort } = useAskedWords();
  if (file.examItems.length < 2) return null;
  return (
    <nav className="exam-tabs" aria-label={t('exams')}>
      {file.examItems.map((item, index) => (
        <button
          key={item.id}
          type="button"
          aria-current={item.id === shown.id ? 'true' : undefined}
          onClick={() => onShow(item.id)}
        >
          <span className="small">
            {t('exam-of', { number: index + 1, total: file.examItems.length })}:{' '}
            {t(`exam-state-${stateKey(item.state)}`)}
          </span>
          <span>{inShort(item)}</span>
        </button>
      ))}
    </nav>
  );
}

const states = [
  'received',
  'searching',
  'matched',
  'granted',
  'retrieving',
  'checking',
  'released',
  'delivered',
  'closed',
] as const;

function stateKey(state: string): (typeof states)[number] {
  return states.find((known) => known === state) ?? 'received';
}
