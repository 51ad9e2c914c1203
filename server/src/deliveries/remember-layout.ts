import type { App } from '../app.ts';
import type { Manifest, PackageRecord } from '../store/records.ts';
import { layoutPackage, type PackageLayout } from './package-layout.ts';

/** Ranges of one download come by the hundred; laying out thousands of files takes longer than sending a small range. */
const mostRemembered = 4;
const remembered = new WeakMap<App, Map<string, PackageLayout>>();

/** The layout of a package, by its tag: same tag, same bytes. */
export function layoutOf(app: App, manifest: Manifest, record: PackageRecord): PackageLayout {
  const kept = remembered.get(app) ?? new Map<string, PackageLayout>();
  remembered.set(app, kept);
  const layout = kept.get(record.etag) ?? layoutPackage(manifest, record);
  if (layout.zip.totalBytes !== record.totalBytes) throw new Error('the package has another length than its record');
  kept.delete(record.etag);
  kept.set(record.etag, layout);
  for (const oldest of kept.keys()) if (kept.size > mostRemembered) kept.delete(oldest);
  return layout;
}
