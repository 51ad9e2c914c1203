import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { App } from '../app.ts';

/** S3.4: at least 19 MiB and two passes (OWASP's second choice for argon2id). */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const saltBytes = 16;
const derive = promisify(argon2);

/** A password or passcode as it is kept: argon2id in its usual notation (RFC 9106). */
export async function hashSecret(app: Pick<App, 'random'>, secret: string): Promise<string> {
  const nonce = app.random(saltBytes);
  const tag = await derive('argon2id', { ...cost, message: fold(secret), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

/** Takes as long for a hash that no secret has, so that the time tells nothing. */
export async function secretMatches(kept: string | undefined, secret: string): Promise<boolean> {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(kept ?? '');
  const [, memory = cost.memory, passes = cost.passes, parallelism = cost.parallelism] = parts ?? [];
  const expected = Buffer.from(parts?.[5] ?? 'A'.repeat(43), 'base64');
  const tag = await derive('argon2id', {
    message: fold(secret),
    nonce: parts?.[4] ? Buffer.from(parts[4], 'base64') : Buffer.alloc(saltBytes, 1),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.byteLength,
  });
  return timingSafeEqual(tag, expected) && parts !== null;
}

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B section 5.1.1.2). */
function fold(secret: string): string {
  return secret.normalize('NFKC');
}

function plain(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
