import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { sizeWords } from '../locales/amounts.ts';
import { useLanguage, useText } from '../locales/use-text.tsx';
import { viewerText } from '../locales/viewer.ts';
import { ContactSheet } from './contact-sheet.tsx';
import { CountsLine, MissingList } from './counts-line.tsx';
import { Icon } from './icon.tsx';
import { PdfOnStage } from './pdf-on-stage.tsx';
import { Reports } from './reports.tsx';
import { SaveMenu } from './save-menu.tsx';
import { SealedDownload, type SealedTarget } from './sealed-download.tsx';
import { Stage } from './stage.tsx';
import {
  type ExamView,
  type FileName,
  isOnStage,
  type ReleaseView,
  type StageItem,
  stageItems,
  type ViewItem,
} from './stage-item.ts';
import './save.css';
import './viewer.css';

export type ReleaseAddresses = {
  file: (item: ViewItem, file: FileName) => string;
  report: (ordinal: number) => string;
  /** Null where everything is here already: the offline page. */
  package: string | null;
  /** The same in a ZIP that opens with a password alone, where that is offered. */
  sealed?: SealedTarget;
  /** Files that can be had here; all of them when absent. */
  offers?: readonly FileName[];
  /** The browser's own PDF viewer may show reports inside this page. */
  readsPdf?: boolean;
};

/** Beside "Save this one": what the page that owns the viewer adds, such as printing. */
export type StageActions = (looking: { exam: ExamView; items: readonly StageItem[]; shown: StageItem }) => ReactNode;

/**
 * A whole release on the stage: picture first, edge to edge, controls under it, everything else as a contact sheet and
 * paper beside it. `header` is the caller's: whose pictures, from where.
 */
export function StageViewer({
  release,
  addresses,
  examName,
  header,
  actions,
  first = 0,
  sayWhen,
}: {
  release: ReleaseView;
  addresses: ReleaseAddresses;
  examName: (exam: ExamView) => string;
  header: (exam: ExamView, saveEverything: ReactNode) => ReactNode;
  actions?: StageActions;
  /** Place of the exam that is opened first. */
  first?: number;
  /** Day and time in the facility's own zone, where a report opens later. */
  sayWhen?: (at: string) => string;
}) {
  const [examIndex, setExamIndex] = useState(first);
  const exam = release.exams[Math.min(examIndex, release.exams.length - 1)];
  if (!exam) return null;
  const saveEverything =
    addresses.package === null ? null : <SaveEverything release={release} address={addresses.package} />;
  return (
    <div className="viewer">
      {header(exam, saveEverything)}
      <main className="viewer-body" id="content" tabIndex={-1}>
        {release.exams.length > 1 && (
          <ExamSwitch exams={release.exams} shown={exam} onShow={setExamIndex} examName={examName} />
        )}
        <ExamOnStage key={exam.examItemId} exam={exam} addresses={addresses} actions={actions} sayWhen={sayWhen} />
        {saveEverything && <div className="viewer-save">{saveEverything}</div>}
      </main>
    </div>
  );
}

function ExamOnStage({
  exam,
  addresses,
  actions,
  sayWhen,
}: {
  exam: ExamView;
  addresses: ReleaseAddresses;
  actions: StageActions | undefined;
  sayWhen: ((at: string) => string) | undefined;
}) {
  const t = useText(viewerText);
  const items = useMemo(() => stageItems(exam.items, addresses.file, { offers: addresses.offers }), [exam, addresses]);
  const onStage = useMemo(() => items.filter((one) => isOnStage(one.item)), [items]);
  const [shownKey, setShownKey] = useState(onStage[0]?.key);
  const [pdf, setPdf] = useState<string>();
  const stage = useRef<HTMLDivElement>(null);
  const index = Math.max(
    0,
    onStage.findIndex((one) => one.key === shownKey),
  );
  const shown = onStage[index];
  const move = (direction: 1 | -1) => {
    const next = onStage[(index + direction + onStage.length) % onStage.length];
    if (next) setShownKey(next.key);
  };
  usePreloaded(onStage[index + 1]);
  const made = exam.counts.listed.stills + exam.counts.listed.clips;
  return (
    <>
      {pdf && <PdfOnStage address={pdf} onBack={onStage.length > 0 ? () => setPdf(undefined) : undefined} />}
      {!pdf && !shown && <p className="viewer-stage stage-words">{t('no-pictures')}</p>}
      {!pdf && shown && (
        <div className="viewer-stage" ref={stage} tabIndex={-1}>
          <Stage shown={shown} onMove={onStage.length > 1 ? move : undefined} />
          <div className="viewer-actions">
            <SaveMenu shown={shown} />
            {actions?.({ exam, items, shown })}
            <a className="stage-button stage-button-words viewer-to-report" href="#report">
              <Icon name="report" /> {t('report')}
            </a>
          </div>
        </div>
      )}
      <div className="viewer-sheet">
        <CountsLine counts={exam.counts} />
        <MissingList missing={exam.counts.missing} />
        {made > 0 && <p className="sheet-count">{t('sheet-count', { shown: onStage.length, made })}</p>}
        <ContactSheet
          bySeries
          items={onStage}
          shownKey={shown?.key}
          onShow={(one) => {
            setShownKey(one.key);
            setPdf(undefined);
            // Keys then mean the picture: Space plays the clip that was chosen.
            stage.current?.focus({ preventScroll: true });
            stage.current?.scrollIntoView({ block: 'nearest' });
          }}
        />
        {addresses.package !== null && <p className="save-about">{t('save-everything-for')}</p>}
        {addresses.sealed && <SaveSealed target={addresses.sealed} />}
      </div>
      <Reports
        exam={exam}
        items={items}
        reportAddress={addresses.report}
        onRead={addresses.readsPdf && navigator.pdfViewerEnabled ? setPdf : undefined}
        sayWhen={sayWhen}
      />
    </>
  );
}

/** The next still is fetched while this one is looked at; holding on to it lets the browser use it without a cache. */
function usePreloaded(next: StageItem | undefined) {
  const held = useRef<HTMLImageElement>(undefined);
  useEffect(() => {
    if (next?.item.kind !== 'still' || next.item.shown !== 'ready') return;
    held.current = new Image();
    held.current.src = next.address('picture');
  }, [next]);
}

function ExamSwitch({
  exams,
  shown,
  onShow,
  examName,
}: {
  exams: readonly ExamView[];
  shown: ExamView;
  onShow: (index: number) => void;
  examName: (exam: ExamView) => string;
}) {
  const t = useText(viewerText);
  return (
    <nav className="exam-switch" aria-label={t('exams')}>
      {exams.map((exam, index) => (
        <button
          key={exam.examItemId}
          type="button"
          className="stage-button stage-button-words"
          aria-current={exam === shown}
          onClick={() => onShow(index)}
        >
          {examName(exam)}
        </button>
      ))}
    </nav>
  );
}

function SaveSealed({ target }: { target: SealedTarget }) {
  const t = useText(viewerText);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="stage-button stage-button-words" onClick={() => setOpen(true)}>
        {t('seal')}
      </button>
      <SealedDownload target={target} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** Known size before it starts; the server's Range support lets a broken download go on where it stopped. */
function SaveEverything({ release, address }: { release: ReleaseView; address: string }) {
  const t = useText(viewerText);
  const { language } = useLanguage();
  if (!release.package) return <p className="save-wait">{t('save-preparing')}</p>;
  return (
    <a className="save-everything" href={address} download={release.package.name}>
      {t('save-everything', { size: sizeWords(release.package.sizeBytes, language) })}
    </a>
  );
}
