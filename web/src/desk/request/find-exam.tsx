import { confirmMatch, searchStudies } from '@echoback/server/contract';
import { type ReactNode, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { Empty, Loading } from '../../design-system/surface.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { GiveParts } from '../check/give-parts.tsx';
import type { Candidate, ExamItem, RequestFile, Search } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import { CandidateCard } from './candidate-card.tsx';
import { type PrimaryAction, RequestLayout } from './request-layout.tsx';
import { SearchForm, startOf, toSearch } from './search-form.tsx';
import { SourceOutcomes } from './source-outcomes.tsx';

function keyOf(candidate: Candidate): string {
  return `${candidate.imageSourceId}/${candidate.studyInstanceUid}`;
}

/** "Which exam does she mean?": what the sources answered, fact beside fact. Who may be chosen, the server judged. */
export function FindExam({
  file,
  item,
  tabs,
  onClose,
  onMatched,
}: {
  file: RequestFile;
  item: ExamItem;
  tabs: ReactNode;
  onClose: (() => void) | undefined;
  onMatched: () => void;
}) {
  const t = useText(deskFileText);
  const search = useAct(searchStudies);
  const confirm = useAct(confirmMatch);
  const [typed, setTyped] = useState(() => startOf(file, item));
  const result = file.lastSearches.find(({ examItemId }) => examItemId === item.id);
  const [editing, setEditing] = useState(!result);
  const [chosenKey, setChosenKey] = useState<string>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const candidates = result?.candidates ?? [];
  const choosable = candidates.filter(({ verdict }) => verdict !== 'other');
  const chosen =
    choosable.find((candidate) => keyOf(candidate) === chosenKey) ?? (chosenKey ? undefined : onlyExact(choosable));
  const runSearch = async () => {
    confirm.forget();
    const found = await search.act({ requestId: file.id, examItemId: item.id, ...toSearch(typed) });
    if (found) {
      setEditing(false);
      setChosenKey(undefined);
    }
  };
  const move = (by: 1 | -1) => {
    const now = chosen ? choosable.indexOf(chosen) : -1;
    const next = choosable[Math.min(choosable.length - 1, Math.max(0, now + by))];
    if (next) setChosenKey(keyOf(next));
  };
  useKeys({ j: () => move(1), k: () => move(-1), s: () => setEditing(true) });
  const needsReason = chosen?.verdict === 'near' && reason.trim().length < 3;
  const confirmChosen = async () => {
    if (!chosen || !result) return;
    setTried(true);
    if (needsReason) {
      document.querySelector<HTMLElement>('.choice-more textarea')?.focus();
      return;
    }
    const done = await confirm.act({
      examItemId: item.id,
      searchId: result.id,
      imageSourceId: chosen.imageSourceId,
      studyInstanceUid: chosen.studyInstanceUid,
      ...(chosen.verdict === 'near' ? { nearMissReason: reason.trim() } : {}),
    });
    if (done) onMatched();
  };
  const searchAction: PrimaryAction = {
    label: t(result ? 'search-again' : 'search-sources'),
    act: () => void runSearch(),
    busy: search.busy ? t('searching-sources') : undefined,
  };
  const confirmAction: PrimaryAction = {
    label: t(file.identity.proved ? 'confirm-and-get' : 'confirm-exam'),
    act: () => void confirmChosen(),
    busy: confirm.busy ? t('saving') : undefined,
    blocked: chosen ? undefined : t(choosable.length > 0 ? 'choose-exam-first' : 'nothing-to-choose'),
  };
  const asking = editing || candidates.length === 0;
  const primary = asking ? searchAction : confirmAction;
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={titleOf(t, file, result)}
      subtitle={result ? <Summary search={result} /> : t('search-help')}
      primary={primary}
      beside={
        <>
          <Problem problem={confirm.problem ?? search.problem} />
          {primary === confirmAction && (
            <Button look="second" wide keyHint="s" onClick={() => setEditing(true)}>
              {t('search-again')}
            </Button>
          )}
          {onClose && (
            <Button look="second" wide onClick={onClose}>
              {t('no-such-exam')}
            </Button>
          )}
        </>
      }
    >
      {tabs}
      {asking && (
        <SearchForm typed={typed} onType={setTyped} onSearch={() => void runSearch()} problem={search.problem} />
      )}
      {search.busy && <Loading words={t('searching-sources')} />}
      {result && !search.busy && <SourceOutcomes search={result} onAgain={() => void runSearch()} />}
      {result && !search.busy && candidates.length === 0 && (
        <Empty title={t('no-candidates')}>
          <p>{t('no-candidates-next')}</p>
        </Empty>
      )}
      {!search.busy && candidates.length > 0 && (
        <fieldset className="choice-list">
          <legend className="visually-hidden">{t('found-exams')}</legend>
          {candidates.map((candidate) => (
            <CandidateCard
              key={keyOf(candidate)}
              candidate={candidate}
              chosen={candidate === chosen}
              onChoose={() => setChosenKey(keyOf(candidate))}
            >
              {candidate === chosen && candidate.verdict === 'near' && (
                <TextArea
                  label={t('near-reason')}
                  help={t('near-reason-help')}
                  value={reason}
                  onChange={setReason}
                  rows={2}
                  problem={
                    tried && needsReason ? t('near-needs-reason') : fieldProblem(confirm.problem, '/nearMissReason')
                  }
                />
              )}
            </CandidateCard>
          ))}
        </fieldset>
      )}
      <GiveParts file={file} />
    </RequestLayout>
  );
}

/** With one clear answer it is marked already; confirming it is still a person's deed. */
function onlyExact(choosable: readonly Candidate[]): Candidate | undefined {
  const exact = choosable.filter(({ verdict }) => verdict === 'exact');
  return exact.length === 1 ? exact[0] : undefined;
}

function titleOf(t: Text<typeof deskFileText.en>, file: RequestFile, result: Search | undefined) {
  if (result && result.candidates.length === 0) return t('nothing-found');
  const sex = file.asked.requesterIs === 'self' ? file.patient?.sex : undefined;
  return t(sex === 'F' ? 'which-exam-F' : sex === 'M' ? 'which-exam-M' : 'which-exam');
}

function Summary({ search }: { search: Search }) {
  const t = useText(deskFileText);
  const count = (verdict: Candidate['verdict']) =>
    search.candidates.filter((candidate) => candidate.verdict === verdict).length;
  const seconds = Math.max(100, ...search.sources.map(({ tookMs }) => tookMs)) / 1000;
  const parts = [
    count('exact') > 0 && t('count-exact', { count: count('exact') }),
    count('near') > 0 && t('count-near', { count: count('near') }),
    count('other') > 0 && t('count-other-patient', { count: count('other') }),
  ].filter((part) => part !== false);
  return (
    <>
      {t('sources-searched', { count: search.sources.length, seconds: Number(seconds.toFixed(1)) })}{' '}
      {parts.length > 0 && `${parts.join(', ')}.`}
    </>
  );
}
