import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';

/**
 * Keeps what Node made of the sources, so that the next start need not read them again: it saves about half of what a
 * command takes before it begins. In the person's own folder, never in the one for everybody's temporary files, where
 * another user could lay code down first. Where that can not be written, nothing is kept.
 */
export function keepCompiledCode(env: NodeJS.ProcessEnv): void {
  enableCompileCache(
    env.NODE_COMPILE_CACHE ?? path.join(env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'echoback'),
  );
}
