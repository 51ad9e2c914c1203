import type { releaseView, viewItem } from '@echoback/server/contract';
import type { z } from 'zod';

export type ViewItem = z.output<typeof viewItem>;
export type ReleaseView = z.output<typeof releaseView>;
export type ExamView = ReleaseView['exams'][number];
export type FileName = 'thumbnail' | 'picture' | 'png' | 'poster' | 'clip' | 'webm' | 'report-pdf' | 'dicom';

/** One thing to look at, with where its files lie; portal, desk and the offline page each have their own addresses. */
export type StageItem = {
  key: string;
  item: ViewItem;
  /** Place among its kind, from 1: "Picture 7 of 42". */
  number: number;
  total: number;
  address: (file: FileName) => string;
  /** Files that may be saved here, in the order they are offered. */
  saves: readonly FileName[];
};

export type Group = 'picture' | 'clip' | 'report' | 'file';

export function groupOf(kind: ViewItem['kind']): Group {
  if (kind === 'still') return 'picture';
  if (kind === 'clip') return 'clip';
  return kind === 'structured-report' || kind === 'pdf-report' ? 'report' : 'file';
}

/** What lies on the stage; reports are paper and stand beside it. */
export function isOnStage(item: ViewItem): boolean {
  return item.kind === 'still' || item.kind === 'clip';
}

export function stageItems(
  items: readonly ViewItem[],
  address: (item: ViewItem, file: FileName) => string,
  options: { offers?: readonly FileName[] | undefined } = {},
): StageItem[] {
  const totals = new Map<Group, number>();
  for (const item of items) totals.set(groupOf(item.kind), (totals.get(groupOf(item.kind)) ?? 0) + 1);
  const seen = new Map<Group, number>();
  return items.map((item, index) => {
    const group = groupOf(item.kind);
    const number = (seen.get(group) ?? 0) + 1;
    seen.set(group, number);
    return {
      key: `${item.ordinal}-${index}`,
      item,
      number,
      total: totals.get(group) ?? number,
      address: (file: FileName) => address(item, file),
      saves: savesOf(item).filter((file) => !options.offers || options.offers.includes(file)),
    };
  });
}

function savesOf(item: ViewItem): FileName[] {
  if (item.shown === 'not-playable') return ['dicom'];
  if (item.kind === 'still') return ['picture', 'png', 'dicom'];
  if (item.kind === 'clip') return ['clip', 'dicom'];
  if (item.kind === 'pdf-report' || item.structuredReport) return ['report-pdf', 'dicom'];
  return ['dicom'];
}
