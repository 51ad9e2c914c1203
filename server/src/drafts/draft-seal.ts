import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { App } from '../app.ts';

type Keys = Pick<App, 'codeKey' | 'random'>;

const nonceBytes = 12;
const tagBytes = 16;

/** The address as a keyed hash: the table of drafts names nobody. */
export function hashContact({ codeKey }: Pick<App, 'codeKey'>, contact: string): Buffer {
  return createHmac('sha256', codeKey).update(`draft:${contact.toLowerCase()}`).digest();
}

/** AES-256-GCM under a key of drafts alone, bound to the row's own id (NIST SP 800-38D): nonce, tag, cipher text. */
export function sealBytes(app: Keys, rowId: string, bytes: Uint8Array): Buffer {
  const nonce = app.random(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(app), nonce).setAAD(Buffer.from(rowId));
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws where anything of it was changed, or the key is another one. */
export function openBytes(app: Pick<App, 'codeKey'>, rowId: string, sealed: Buffer): Buffer {
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(app), sealed.subarray(0, nonceBytes))
    .setAAD(Buffer.from(rowId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
}

export function sealAnswers(app: Keys, draftId: string, answers: object): Buffer {
  return sealBytes(app, draftId, Buffer.from(JSON.stringify(answers), 'utf8'));
}

/** Throws as `openBytes` does. */
export function openAnswers(app: Pick<App, 'codeKey'>, draftId: string, sealed: Buffer): object {
  return JSON.parse(openBytes(app, draftId, sealed).toString('utf8')) as object;
}

function keyOf({ codeKey }: Pick<App, 'codeKey'>): Buffer {
  return Buffer.from(hkdfSync('sha256', codeKey, '', 'request-draft', 32));
}
