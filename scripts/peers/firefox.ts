import { type Browser, firefox } from 'playwright-core';
import { findProgram, type Have, missing, present } from './have.ts';

export function haveFirefox(): Have<string> {
  const program = findProgram('firefox-esr');
  return program
    ? present(program)
    : missing("firefox-esr (Debian's firefox-esr) is not installed: node scripts/peers.ts install");
}

/** Debian's Firefox as it is, driven by WebDriver BiDi; playwright's own Firefox is a patched build. */
export async function launchFirefox(executablePath: string): Promise<Browser> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, headless: true });
  withoutMediaOverride(browser);
  return browser;
}

type BidiSession = { send: (method: string, parameters: unknown) => Promise<unknown> };

/**
 * playwright asks for a colour scheme whenever it opens a context, by a command that the ESR lacks; it is answered here.
 * Everything else reaches the browser. Pages then follow the browser's own scheme, which is light.
 */
function withoutMediaOverride(browser: Browser): void {
  const inside = browser as unknown as {
    _connection: { toImpl: (browser: Browser) => { _browserSession: BidiSession } };
  };
  const session = Object.getPrototypeOf(inside._connection.toImpl(browser)._browserSession) as BidiSession;
  const { send } = session;
  session.send = function (this: BidiSession, method, parameters) {
    if (method === 'emulation.setMediaFeaturesOverride') return Promise.resolve({});
    return send.call(this, method, parameters);
  };
}
