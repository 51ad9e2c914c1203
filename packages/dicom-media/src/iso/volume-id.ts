import type { DiscFile } from './disc-tree.ts';
import type { DiscVolume } from './disc-volume.ts';

/**
 * Sixteen hexadecimal digits that differ from disc to disc and are the same for the same disc: FNV-1a and a
 * second sum of its kind. It tells volumes apart and protects nothing.
 */
export function volumeIdOf({ label, createdOn }: DiscVolume, files: readonly DiscFile[]): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  const add = (text: string) => {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      one = Math.imul(one ^ unit, 0x01000193);
      other = Math.imul(other ^ unit, 0x85ebca6b);
    }
  };
  add(`${label}\n${createdOn}\n`);
  for (const { name, sizeBytes } of files) add(`${name}\n${sizeBytes}\n`);
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
