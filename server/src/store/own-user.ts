import { userInfo } from 'node:os';
import process from 'node:process';

/** The number of the user we run as; undefined on Windows, which has none. */
export function ownUid(): number | undefined {
  return process.geteuid?.();
}

/** For people. In a container the number may have no name, and asking for it then throws. */
export function ownUserName(): string {
  try {
    return userInfo().username;
  } catch {
    return `number ${ownUid()}`;
  }
}
