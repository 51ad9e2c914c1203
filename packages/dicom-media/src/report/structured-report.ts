import { type Outcome, ok, refuse } from '../outcome.ts';
import { firstCode, items } from '../part10/data-set.ts';
import type { DataSet } from '../part10/element.ts';
import { conceptName, contentValue, isModifier, isShown, measurementOf } from './content-item.ts';

/** A structured report as a person reads it: headings with sentences and a table of measurements below each. */
export type StructuredReport = { title: string; sections: ReportSection[] };

export type ReportSection = {
  heading: string;
  /** 0 for what stands directly under the title. */
  depth: number;
  paragraphs: { label: string | null; text: string }[];
  measurements: ReportMeasurement[];
};

export type ReportMeasurement = { name: string; value: string; unit: string };

export type ReportRefusal = { code: 'not-a-report' | 'report-too-large'; detail: string };

/** More than the longest real report by far; a page of more rows would stall the reader's browser. */
export const MAX_REPORT_ROWS = 20_000;

const CONTENT_SEQUENCE = 0x0040a730;

/** The content tree of PS3.3 C.17.3 in reading order. The reader has bounded its depth (64 levels) already. */
export function structuredReport(dataSet: DataSet): Outcome<StructuredReport, ReportRefusal> {
  if (firstCode(dataSet, 0x0040a040) !== 'CONTAINER')
    return refuse({ code: 'not-a-report', detail: 'no root container' });
  const title = conceptName(dataSet) ?? 'Report';
  const walk: Walk = { sections: [], rows: 0 };
  readContainer(walk, dataSet, title, 0);
  if (walk.rows > MAX_REPORT_ROWS) {
    return refuse({ code: 'report-too-large', detail: `more than ${MAX_REPORT_ROWS} lines` });
  }
  return ok({ title, sections: joinedGroups(walk.sections).filter(holdsAnything) });
}

type Walk = { sections: ReportSection[]; rows: number };

function readContainer(walk: Walk, container: DataSet, heading: string, depth: number): void {
  const section: ReportSection = { heading, depth, paragraphs: [], measurements: [] };
  walk.sections.push(section);
  readChildren(walk, container, section, depth);
}

function readChildren(walk: Walk, parent: DataSet, section: ReportSection, depth: number): void {
  const isMeasurement = firstCode(parent, 0x0040a040) === 'NUM';
  for (const item of items(parent, CONTENT_SEQUENCE)) {
    if (isMeasurement && isModifier(item)) continue;
    if (walk.rows++ > MAX_REPORT_ROWS) return;
    const kind = firstCode(item, 0x0040a040);
    if (kind === 'CONTAINER') {
      const name = conceptName(item);
      if (name) readContainer(walk, item, name, depth + 1);
      else readChildren(walk, item, section, depth);
    } else {
      readLeaf(walk, item, section, depth);
    }
  }
}

/** A measurement becomes a row, anything else with words a paragraph; what hangs below it follows. */
function readLeaf(walk: Walk, item: DataSet, section: ReportSection, depth: number): void {
  if (!isShown(item)) return;
  const measurement = measurementOf(item);
  const value = measurement ? undefined : contentValue(item);
  if (measurement) section.measurements.push(measurement);
  else if (value) section.paragraphs.push({ label: conceptName(item) ?? null, text: value });
  readChildren(walk, item, section, depth);
}

/** Machines write one group a measurement: neighbours of one name that hold only measurements are one table. */
function joinedGroups(sections: readonly ReportSection[]): ReportSection[] {
  const joined: ReportSection[] = [];
  for (const section of sections) {
    const previous = joined.at(-1);
    if (previous && isOnlyTable(previous) && isOnlyTable(section) && isSibling(previous, section)) {
      previous.measurements.push(...section.measurements);
    } else {
      joined.push(section);
    }
  }
  return joined;
}

const isSibling = (a: ReportSection, b: ReportSection) => a.depth === b.depth && a.heading === b.heading;
const isOnlyTable = (section: ReportSection) => section.paragraphs.length === 0 && section.measurements.length > 0;

/** An empty heading stays only when a deeper one follows: it is what the deeper one is about. */
function holdsAnything(section: ReportSection, at: number, all: readonly ReportSection[]): boolean {
  if (section.paragraphs.length > 0 || section.measurements.length > 0) return true;
  const next = all[at + 1];
  return section.depth > 0 && next !== undefined && next.depth > section.depth;
}
