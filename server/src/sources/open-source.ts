import type { SourceSettings } from '../store/records.ts';
import { type ArchiveStores, openArchiveSource } from './archive-source.ts';
import { openDicomwebSource } from './dicomweb-source.ts';
import type { ImageSource } from './image-source.ts';

export type OpenSource = ImageSource & {
  /** Objects that may be fetched at the same time. */
  maxConcurrent: number;
  close: () => void;
};

/** The image source of a row. Whoever opens it closes it. */
export function openSource(stores: ArchiveStores, row: { id: string; settings: SourceSettings }): OpenSource {
  const { settings } = row;
  if (settings.kind === 'archive') {
    return { ...openArchiveSource(stores, row.id), maxConcurrent: ARCHIVE_CONCURRENT, close: () => {} };
  }
  return { ...openDicomwebSource(settings), maxConcurrent: settings.maxConcurrent };
}

const ARCHIVE_CONCURRENT = 2;
