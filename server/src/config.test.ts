import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, readConfig } from './config.ts';
import { settings } from './settings.ts';

let data = '';
beforeEach(() => {
  data = mkdtempSync(path.join(tmpdir(), 'echoback-config-'));
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

const facility = {
  ECHOBACK_FACILITY_NAME: 'Hill Clinic',
  ECHOBACK_FACILITY_ADDRESS: '1 Hill Road; Springfield, NY 12345',
  ECHOBACK_FACILITY_PHONE: '(555) 555-0140',
};

function read(env: Record<string, string>, argv: string[] = []): Config {
  const config = readConfig({ ECHOBACK_DATA: data, ...env }, argv);
  if (!config.ok) throw new Error(config.refusal.sentence);
  return config.value;
}

function refusal(env: Record<string, string>, argv: string[] = []): string {
  const config = readConfig({ ECHOBACK_DATA: data, ...env }, argv);
  return config.ok ? 'accepted' : config.refusal.sentence;
}

test('with nothing configured it is the demo facility, on loopback', () => {
  const config = read({});
  expect(config).toMatchObject({ demo: true, host: '127.0.0.1', port: 8460, publicUrl: 'http://127.0.0.1:8460' });
  expect(config.databaseUrl).toBeUndefined();
});

test('a file, a database, a mail server or a public address ends the demo', () => {
  const smtp = 'smtp://mail.example.org';
  expect(read({ ...facility, SMTP_URL: smtp }).demo).toBe(false);
  expect(read({ SMTP_URL: smtp, ECHOBACK_DEMO: 'true' }).demo).toBe(true);
  writeFileSync(path.join(data, 'echoback.json'), JSON.stringify({ smtpUrl: smtp }));
  expect(read(facility).demo).toBe(false);
});

test('the command line wins over the environment, which wins over the file', () => {
  writeFileSync(path.join(data, 'echoback.json'), '{ "demo": true, "port": 1, "timeZone": "America/Chicago" }');
  expect(read({}).port).toBe(1);
  expect(read({ ECHOBACK_PORT: '2' }).port).toBe(2);
  expect(read({ ECHOBACK_PORT: '2' }, ['--port', '3']).port).toBe(3);
  expect(read({ ECHOBACK_PORT: '2' }, ['--port=4', '--demo']).port).toBe(4);
  expect(read({}).timeZone).toBe('America/Chicago');
});

test('a damaged file is named with its line', () => {
  const file = path.join(data, 'echoback.json');
  const damaged: [string, string][] = [
    ['{\n  "port": 1,\n  "host" "x"\n}', `${file} are damaged at line 3`],
    ['{\n  "port": 1,\n', `${file} are damaged at line 3`],
    ['[]', `${file} are damaged at line 1`],
    ['', `${file} are damaged at line 1`],
    ['{\n\n  "port": "many" }', `"port" in ${file}, line 3, must be a whole number from 0 to 65535`],
    ['{\n  "prot": 1 }', `"prot" in ${file}, line 2, is not known`],
    ['{ "__proto__": 1 }', 'is not known'],
  ];
  for (const [text, sentence] of damaged) {
    writeFileSync(file, text);
    expect(refusal({}), text).toContain(sentence);
  }
});

test.each([
  [{ ECHOBACK_PORT: '99999' }, 'ECHOBACK_PORT must be a whole number from 0 to 65535.'],
  [{ ECHOBACK_TIME_ZONE: 'Mars/Olympus' }, 'ECHOBACK_TIME_ZONE must be an IANA time zone'],
  [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL must be an address that begins with postgresql://'],
  [{ ECHOBACK_HOST: '0.0.0.0' }, 'loopback only'],
  [{ ECHOBACK_HOST: '0.0.0.0', ECHOBACK_DEMO: 'no', SMTP_URL: 'smtp://m' }, 'behind a proxy that speaks TLS'],
  [{ ECHOBACK_BEHIND_TLS_PROXY: 'true' }, 'ECHOBACK_PUBLIC_URL is needed'],
  [{ ECHOBACK_PUBLIC_URL: 'http://pictures.example.org' }, 'begins with https://'],
  [{ ECHOBACK_PUBLIC_URL: 'https://pictures.example.org' }, 'SMTP_URL is needed outside the demo'],
  [{ SMTP_URL: 'smtp://m' }, 'every letter must say who answers'],
  [{ ...facility, ECHOBACK_FACILITY_PHONE: 'ask Ann' }, 'ECHOBACK_FACILITY_PHONE must be a phone number'],
  [{ SMTP_URL: 'smtp://m', ECHOBACK_TEST_CLOCK: '2026-03-01T09:00:00Z' }, 'for the demo only'],
])('%j is refused in one sentence', (env, sentence) => {
  expect(refusal(env as Record<string, string>)).toContain(sentence);
});

test('an unknown option is refused, not ignored', () => {
  expect(refusal({}, ['--prot', '1'])).toBe('The option --prot is not known.');
  expect(refusal({}, ['--port'])).toBe('The option --port must be a whole number from 0 to 65535.');
});

test('a refused secret is not repeated', () => {
  expect(refusal({ DATABASE_URL: 'mysql://me:hunter2@db/x' })).not.toContain('hunter2');
});

test('behind a declared proxy it listens anywhere', () => {
  const env = { ECHOBACK_HOST: '0.0.0.0', ECHOBACK_BEHIND_TLS_PROXY: 'yes', SMTP_URL: 'smtps://mail.example.org' };
  const config = read({ ...facility, ...env, ECHOBACK_PUBLIC_URL: 'https://pictures.example.org/' });
  expect(config.publicUrl).toBe('https://pictures.example.org');
  expect(config.mailFrom).toBe('Echoback <echoback@pictures.example.org>');
});

test('the facility that letters name comes from the settings, its privacy officer by default on the same phone', () => {
  expect(read({ ...facility, SMTP_URL: 'smtp://mail.example.org' }).facility).toEqual({
    name: 'Hill Clinic',
    address: ['1 Hill Road', 'Springfield, NY 12345'],
    phone: '(555) 555-0140',
    privacyOfficerPhone: '(555) 555-0140',
  });
});

test('every setting says what it is for', () => {
  for (const setting of Object.values(settings)) expect(setting.description).toMatch(/\.$/);
});
