import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as law from '../packages/right-of-access/src/index.ts';
import { lawInUse } from './law-in-use.ts';

/** docs/law.md: each rule of each pack with its clause, the code that applies it and the tests that name it. */
type Row = law.RowHead & Readonly<Record<string, unknown>>;

export type LawGap = { readonly rule: string; readonly lacks: string };

const source = path.resolve(import.meta.dirname, '../packages/right-of-access/src');

export function lawPage(): string {
  const gaps = lawGaps();
  if (gaps.length > 0) throw new Error(gaps.map(({ rule, lacks }) => `${rule}: ${lacks}`).join('\n'));
  return [
    '<!-- Printed from packages/right-of-access/src/packs by npm run generate. -->\n',
    '# The law, rule by rule\n',
    'What the policy packs say, where it is written, which function applies it and a test that would notice if it did not.',
    'A function “not yet asked by the program” is right by its tests, and nothing that runs depends on it.',
    '**high** acts; **medium** acts and is labelled until a named person at the facility confirms it; **low** is shown as',
    '“confirm with counsel” and changes nothing by itself. This is engineering, not legal advice.\n',
    ...law.policyPacks.flatMap(packSection),
    '',
  ].join('\n');
}

/** Rules whose code or test is missing. */
export function lawGaps(packs: readonly law.PackHistory[] = law.policyPacks): readonly LawGap[] {
  const functions = new Set(Object.entries(law).flatMap(([name, value]) => (typeof value === 'function' ? name : [])));
  return packs.flatMap((pack) => [
    ...rowsOf(pack).flatMap(([, row]) => gapsOf(row.id, row.appliedBy, functions)),
    ...(pack.base ? decisionIds(pack).flatMap((id) => gapsOf(id, law.openQuestions[id].appliedBy, functions)) : []),
  ]);
}

function gapsOf(rule: string, appliedBy: string, functions: ReadonlySet<string>): LawGap[] {
  return [
    ...(functions.has(appliedBy) ? [] : [{ rule, lacks: `no exported function ${appliedBy}` }]),
    ...(testsNaming(rule).length > 0 ? [] : [{ rule, lacks: 'no test names it' }]),
  ];
}

function packSection(pack: law.PackHistory): string[] {
  const rows = rowsOf(pack).map(([group, row]) => line(row, factsOf(group, row)));
  return [
    `## ${pack.title} (\`${pack.jurisdiction}\`)\n`,
    '| rule | value | written in | in force | confidence | applied by | test |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...(pack.base ? [...decisions(pack), ...sources(pack)] : []),
  ];
}

function line(row: law.RowHead, value: string): string {
  const inForce = `${row.effectiveFrom} – ${row.effectiveTo ?? ''}`.trim();
  const cells = [
    `\`${row.id}\``,
    value,
    row.cite,
    inForce,
    row.conf,
    applied(row.appliedBy),
    testsNaming(row.id).join(', '),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

const inUse = lawInUse();

/** A rule that only its tests ask is written, not yet kept. */
function applied(name: string): string {
  return inUse.has(name) ? `\`${name}\`` : `\`${name}\` (not yet asked by the program)`;
}

function decisions(pack: law.PackHistory & { base: true }): string[] {
  const rows = decisionIds(pack).map((id) => {
    const { answer, reason, alternatives } = pack.openDecisions[id];
    const others = alternatives.map((alternative) => alternative.answer).join('; ') || '–';
    const { question, appliedBy } = law.openQuestions[id];
    return `| ${id} | ${question} | ${answer} | ${reason} | ${others} | ${applied(appliedBy)} | ${testsNaming(id).join(', ')} |`;
  });
  return [
    `### What the law leaves open: ${pack.title}\n`,
    '| | question | default | reason | a facility may choose | read by | test |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}

/** What code cites by its topic: guards, conditions, what is lacking, and contents of letters. */
function sources(pack: law.PackHistory & { base: true }): string[] {
  return [
    `### Where it is written, by topic: ${pack.title}\n`,
    '| topic | written in |',
    '| --- | --- |',
    ...Object.entries(pack.sources).map(([topic, cite]) => `| ${topic} | ${cite} |`),
    '',
  ];
}

function decisionIds(pack: law.PackHistory & { base: true }): law.OpenDecisionId[] {
  return Object.keys(pack.openDecisions) as law.OpenDecisionId[];
}

function rowsOf(pack: law.PackHistory): [string, Row][] {
  const rules = pack.base ? Object.entries(pack.rules) : [];
  const groups = [...Object.entries(pack.rows), ['proposals', pack.proposals ?? []] as const, ...rules];
  return groups.flatMap(([group, rows]) => (rows as readonly Row[]).map((row): [string, Row] => [group, row]));
}

/** The row in words: its own facts, without what every row has. */
function factsOf(group: string, row: Row): string {
  if (group === 'access' || group === 'proposals') return accessInWords(row as unknown as law.AccessRow);
  const plain = [
    'id',
    'cite',
    'conf',
    'effectiveFrom',
    'effectiveTo',
    'appliedBy',
    'jurisdiction',
    'code',
    'end',
    'practice',
  ];
  const facts = Object.entries(row).filter(([name, value]) => !plain.includes(name) && value !== undefined);
  return facts
    .map(([name, value]) => (name === 'value' ? inWords(value) : `${spaced(name)}: ${inWords(value)}`))
    .join('; ');
}

function accessInWords(row: law.AccessRow): string {
  const parts = [
    row.limit ? `${row.kind}: ${limitInWords(row.limit)} from ${spaced(row.startsOn)}` : `${row.kind}: no number`,
    row.extension
      ? `one letter: ${limitInWords(row.extension.limit)} from ${row.extension.from === 'due' ? 'the first due date' : 'the start'}`
      : 'no extension',
    ...row.fee.caps.map(
      (cap) =>
        `${spaced(cap.on)} at most ${cap.cents === null ? spaced(cap.basis ?? '') : `${cap.cents} cents`} (${cap.conf})`,
    ),
    ...row.fee.freeWhen.map(
      (free) =>
        `free: ${spaced(free.when)}${free.once ? ', once' : ''}${free.proof ? ', with proof' : ''} (${free.conf})`,
    ),
    ...(row.fee.neverCharge.length > 0 ? [`never charged: ${row.fee.neverCharge.map(spaced).join(', ')}`] : []),
    ...(row.appliesTo === 'all' ? [] : [`for ${row.appliesTo.map(spaced).join(', ')}`]),
    ...(row.modalities ? [`only ${row.modalities.join(', ')}`] : []),
    ...(row.kept ? [`records kept ${spaced(row.kept)}`] : []),
    ...(row.images ? [row.images] : []),
    ...(row.note ? [row.note] : []),
  ];
  return parts.join('; ');
}

function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join(', ');
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : String(value);
  if ('n' in value && 'unit' in value) return limitInWords(value as law.Limit);
  return Object.entries(value)
    .map(([name, part]) => `${spaced(name)} ${inWords(part)}`)
    .join(', ');
}

function limitInWords({ n, unit }: law.Limit): string {
  return `${n} ${spaced(unit)}${n === 1 ? '' : 's'}`;
}

function spaced(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

const provedIn = [
  'packs/us-states/us-states.test.ts',
  'pack-rules.test.ts',
  'packs/eu-gdpr.test.ts',
  'overlay.test.ts',
  'overlay-periods.test.ts',
  'clock-stops.test.ts',
  'open-decision.test.ts',
  'embargo.test.ts',
];

let texts: readonly (readonly [string, string])[] | undefined;

/** Test files of the package that name a rule by its whole id. */
function testsNaming(rule: string): string[] {
  texts ??= readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .sort()
    .map((file) => [file.split(path.sep).join('/'), readFileSync(path.join(source, file), 'utf8')] as const);
  const named = new RegExp(`(?<![\\w/-])${rule.replaceAll(/[^\w-]/g, '\\$&')}(?![\\w/-])`);
  const files = texts.filter(([, text]) => named.test(text)).map(([file]) => file);
  // One is enough, and the table tests of the packs come first: the page stays as it is when another test names a rule.
  const proof = provedIn.find((file) => files.includes(file)) ?? files[0];
  return proof === undefined ? [] : [`\`${path.posix.basename(proof)}\``];
}
