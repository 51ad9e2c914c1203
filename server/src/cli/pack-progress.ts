import type { PackStage } from '../packing/pack.ts';
import type { Terminal } from './terminal.ts';

const stageWords: Record<PackStage, string> = { reading: 'Reading', pictures: 'Making pictures', writing: 'Writing' };

const redrawEveryMs = 100;
const barWidth = 30;
/** Without a terminal a line for each tenth is enough for a log. */
const linesPerStage = 10;

export type ProgressView = {
  show: (stage: PackStage, done: number, total: number | undefined) => void;
  /** Leaves the line free for what comes next. */
  clear: () => void;
};

/** A bar that redraws itself on a terminal, plain lines elsewhere; on standard error, so that output stays clean. */
export function packProgress({ stderr }: Pick<Terminal, 'stderr'>): ProgressView {
  return stderr.isTTY ? drawnBar(stderr) : plainLines(stderr);
}

function drawnBar(stderr: Terminal['stderr']): ProgressView {
  let drawnAt = 0;
  let isDrawn = false;
  let shown: PackStage | undefined;
  return {
    show: (stage, done, total) => {
      const now = performance.now();
      if (stage === shown && done !== total && now - drawnAt < redrawEveryMs) return;
      [shown, drawnAt, isDrawn] = [stage, now, true];
      stderr.write(`\r\u001b[K${barText(stage, done, total)}`);
    },
    clear: () => {
      if (isDrawn) stderr.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}

function barText(stage: PackStage, done: number, total: number | undefined): string {
  if (!total) return `${stageWords[stage]} ${done.toLocaleString('en')} files`;
  const filled = Math.floor((done / total) * barWidth);
  const percent = String(Math.floor((done / total) * 100)).padStart(3);
  const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
  return `${stageWords[stage].padEnd(15)} ${bar} ${percent} %`;
}

function plainLines(stderr: Terminal['stderr']): ProgressView {
  let told = '';
  return {
    show: (stage, done, total) => {
      const tenth = total ? Math.floor((done / total) * linesPerStage) : 0;
      if (told === `${stage} ${tenth}`) return;
      told = `${stage} ${tenth}`;
      stderr.write(total ? `${stageWords[stage]}: ${tenth * linesPerStage} %\n` : `${stageWords[stage]} …\n`);
    },
    clear: () => {},
  };
}
