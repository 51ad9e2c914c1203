import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

const source = path.resolve(import.meta.dirname, '../packages/dicom-media/src');

/** One thing that the library gives: how it is declared, and what is said of it there. */
export type ApiEntry = { name: string; room: string; said: string; declared: string };

type Declared = { name: string; start: number; declared: string };
type Node = ReturnType<typeof parseSync>['program']['body'][number];

/** The page of everything that dicom-media's index exports, printed from the sources themselves. */
export function mediaApiPage(): string {
  const entries = mediaApi();
  const rooms = [...new Set(entries.map(({ room }) => room))];
  return [
    '<!-- Printed from packages/dicom-media/src by npm run generate. -->\n',
    '# What dicom-media exports\n',
    'By room, as it is declared. How the parts are used together is in the [README](README.md).\n',
    ...rooms.flatMap((room) => [
      `## ${room}\n`,
      ...entries
        .filter((entry) => entry.room === room)
        .map(({ name, said, declared }) => entryText(name, said, declared)),
    ]),
  ].join('\n');
}

function entryText(name: string, said: string, declared: string): string {
  return [`### \`${name}\`\n`, ...(said ? [`${said}\n`] : []), '```ts', declared, '```\n'].join('\n');
}

/** Every name of the index with its declaration, in the index's order; throws for one that can not be found. */
export function mediaApi(): ApiEntry[] {
  const { module } = read('index.ts');
  return module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName }) => {
      const file = moduleRequest?.value.replace(/^\.\//, '') ?? 'index.ts';
      const wanted = importName.kind === 'Name' ? importName.name : undefined;
      const found = declarationsOf(file).filter(({ name }) => wanted === undefined || name === wanted);
      if (found.length === 0) throw new Error(`${file} does not declare ${wanted ?? 'anything'}`);
      return found.map((each) => ({ ...each, room: file.includes('/') ? `${path.dirname(file)}/` : file }));
    }),
  );
}

function declarationsOf(file: string): Omit<ApiEntry, 'room'>[] {
  const { text, program, comments } = read(file);
  return program.body.flatMap((node) => {
    const found = declaredBy(node, text);
    if (!found) return [];
    // The docstring is the last comment before the declaration, with nothing but white space between.
    const above = comments.filter(({ end }) => end <= found.start).at(-1);
    const own = above && text.slice(above.end, found.start).trim() === '' ? above.value : '';
    return [{ name: found.name, said: own.startsWith('*') ? plain(own) : '', declared: found.declared }];
  });
}

function declaredBy(node: Node, text: string): Declared | undefined {
  if (node.type !== 'ExportNamedDeclaration' || !node.declaration) return undefined;
  const { declaration } = node;
  const upTo = (end: number) => text.slice(declaration.start, end).trim();
  switch (declaration.type) {
    case 'FunctionDeclaration':
      return {
        name: declaration.id?.name ?? '',
        start: node.start,
        declared: `${upTo(declaration.body?.start ?? declaration.end)};`,
      };
    case 'TSTypeAliasDeclaration':
      return { name: declaration.id.name, start: node.start, declared: upTo(declaration.end) };
    case 'VariableDeclaration':
      return constant(declaration, node.start, text);
    default:
      return undefined;
  }
}

const LONGEST_VALUE = 300;

/** A table of numbers is shown with them; a long one by its type alone. */
function constant(
  { declarations, start }: { declarations: { id: { type: string; end: number }; end: number }[]; start: number },
  exportedAt: number,
  text: string,
): Declared | undefined {
  const [first] = declarations;
  if (first?.id.type !== 'Identifier') return undefined;
  const whole = text.slice(start, first.end);
  const declared = whole.length <= LONGEST_VALUE ? `${whole};` : `${text.slice(start, first.id.end)} = …;`;
  const name = /^const (\w+)/.exec(whole)?.[1];
  return name ? { name, start: exportedAt, declared } : undefined;
}

/** A docstring without its stars. */
function plain(comment: string): string {
  return comment
    .replace(/^\*/, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join('\n')
    .trim();
}

function read(file: string) {
  const text = readFileSync(path.join(source, file), 'utf8');
  const { program, module, comments, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} can not be read: ${errors[0]?.message}`);
  return { text, program, module, comments };
}
