import {
  citeOf,
  type LetterDuty,
  languageStanding,
  letterCodes,
  letterKinds,
  lettersDuties,
  policyPacks,
  type WritableLetter,
} from '../packages/right-of-access/src/index.ts';

const bases = policyPacks.flatMap((pack) => (pack.base ? [pack] : []));

/** docs/letters.md: each letter, when it is sent, what it must say and by which clause, and which wording it has. */
export function lettersPage(): string {
  return [
    '<!-- Printed from letter-duties/ and letters/ of packages/right-of-access/src by npm run generate. -->\n',
    '# Letters\n',
    'A letter that lacks one of its contents is refused before it can be sent. Staff may add one plain paragraph; the rest is',
    'locked. A content marked with a case is owed in that case only.\n',
    'Every wording has a version: sixteen digits over its sentences. A translation goes out alone only when somebody qualified',
    'has reviewed that very version (45 CFR 92.201(c)(3)); until then the English stands beside it, and the letter says so.',
    'Reviews belong to a facility and are shown on its settings page; the last column is what a new installation has.\n',
    '| letter | title | English | Spanish | review of the Spanish |',
    '| --- | --- | --- | --- | --- |',
    ...letterCodes.map(overviewRow),
    '',
    ...letterCodes.flatMap(letterSection),
  ].join('\n');
}

function overviewRow(code: WritableLetter): string {
  const { version } = languageStanding(code, 'en', []);
  const spanish = languageStanding(code, 'es', []);
  return `| ${code} | ${letterKinds[code].words.en.title} | \`${version}\` | \`${spanish.version}\` | ${spanish.standing} |`;
}

function letterSection(code: WritableLetter): string[] {
  const { words, when } = letterKinds[code];
  const duties: readonly LetterDuty[] = lettersDuties[code];
  return [
    `## ${code}: ${words.en.title}\n`,
    `Sent ${when}. In Spanish: ${words.es.title}.\n`,
    `| it must say | when | ${bases.map(({ jurisdiction }) => `basis: ${jurisdiction}`).join(' | ')} |`,
    `| --- | --- | ${bases.map(() => '---').join(' | ')} |`,
    ...duties.map(
      ({ id, onlyWhen, cited }) =>
        `| ${id.replaceAll('-', ' ')} | ${onlyWhen?.says ?? 'always'} | ${bases.map(({ sources }) => citeOf(sources, ...cited)).join(' | ')} |`,
    ),
    '',
  ];
}
