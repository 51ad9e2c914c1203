import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { errors } from '../server/src/contract/errors.ts';
import { namedEndpoints, openApi } from '../server/src/contract/openapi.ts';
import { type Principal, permissions } from '../server/src/identity/permissions.ts';
import { type Setting, settings } from '../server/src/settings.ts';
import { lawPage } from './law-page.ts';
import { lettersPage } from './letters-page.ts';
import { mediaApiPage } from './media-api-page.ts';

/** `npm run generate`: the pages that are printed from tables and sources of the program. A test keeps them in step. */
const root = path.resolve(import.meta.dirname, '..');

export function generatedDocs(): Record<string, string> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return {
    'docs/openapi.json': `${JSON.stringify(openApi(version), null, 2)}\n`,
    'docs/errors.md': errorsPage(),
    'docs/law.md': lawPage(),
    'docs/permissions.md': permissionsPage(),
    'docs/settings.md': settingsPage(),
    'docs/letters.md': lettersPage(),
    'packages/dicom-media/API.md': mediaApiPage(),
  };
}

const printedFrom = (file: string) => `<!-- Printed from ${file} by npm run generate. -->\n`;

function errorsPage(): string {
  const rows = Object.entries(errors).map(
    ([code, { status, say, next }]) => `| \`${code}\` | ${status} | ${say.en} | ${next.en} |`,
  );
  return [
    printedFrom('server/src/contract/errors.ts'),
    '# Refusals\n',
    'Every refusal is an RFC 9457 problem in the person’s language, with the `code` below, what happened (`title`), what to',
    'do next (`detail`), and a random `instance` by which the log is searched. Field notes are JSON pointers in `fields`.\n',
    '| code | status | what happened | what to do next |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

const principals: Principal[] = ['public', 'requester', 'recipient', 'clerk', 'supervisor', 'admin'];

function permissionsPage(): string {
  const endpoints = namedEndpoints();
  const rows = Object.entries(permissions).map(([action, allowed]) => {
    const cells = principals.map((principal) => ((allowed as readonly Principal[]).includes(principal) ? 'Y' : '–'));
    const names = endpoints.filter(([, endpoint]) => endpoint.action === action).map(([name]) => `\`${name}\``);
    return `| \`${action}\` | ${cells.join(' | ')} | ${names.join(', ')} |`;
  });
  return [
    printedFrom('server/src/identity/permissions.ts'),
    '# Who may do what\n',
    'By kind of person. Whose request, link or facility it is, is decided in each query: what is not yours answers like',
    'what does not exist.\n',
    `| action | ${principals.join(' | ')} | endpoints |`,
    `| --- |${' --- |'.repeat(principals.length)} --- |`,
    ...rows,
    '',
  ].join('\n');
}

function settingsPage(): string {
  const rows = Object.entries(settings).map(([name, setting]: [string, Setting]) => {
    const flag = setting.flag ? `\`--${setting.flag}\`` : '';
    const secret = setting.secret ? ' Secret.' : '';
    return `| \`${setting.env}\` | ${flag} | \`${name}\` | ${setting.description}${secret} | ${setting.mustBe} | ${setting.defaultText} |`;
  });
  return [
    printedFrom('server/src/settings.ts'),
    '# Settings\n',
    'From the command line, else the environment, else `echoback.json` in the data folder, else the default. A setting that',
    'is not known or does not fit stops the start with one sentence.\n',
    '| environment | option | in echoback.json | what it does | must be | default |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  for (const [file, text] of Object.entries(generatedDocs())) writeFileSync(path.join(root, file), text);
}
