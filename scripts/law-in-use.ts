import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

type Node = ReturnType<typeof parseSync>['program']['body'][number];

const root = path.resolve(import.meta.dirname, '..');

/** Names of the law's functions that the program asks, itself or through another of them; tests do not count. */
export function lawInUse(): ReadonlySet<string> {
  const bodies = functionsOfTheLaw();
  const asked = new Set<string>();
  let next = sources('server/src/**/*.ts', 'web/src/**/*.{ts,tsx}').flatMap(importedFromTheLaw);
  while (next.length > 0) {
    const found = next.filter((word) => bodies.has(word) && !asked.has(word));
    for (const name of found) asked.add(name);
    next = wordsIn(found.map((name) => bodies.get(name) ?? ''));
  }
  return asked;
}

/** Each function of the package with all that it says; the name of one that two files declare stands for both. */
function functionsOfTheLaw(): Map<string, string> {
  const bodies = new Map<string, string>();
  for (const text of sources('packages/right-of-access/src/**/*.ts')) {
    for (const node of parseSync('law.ts', text).program.body) {
      const said = text.slice(node.start, node.end);
      for (const name of declaredNames(node)) bodies.set(name, `${bodies.get(name) ?? ''}\n${said}`);
    }
  }
  return bodies;
}

function declaredNames(node: Node): string[] {
  const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
  if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [declaration.id.name] : [];
  if (declaration?.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

function importedFromTheLaw(text: string): string[] {
  return parseSync('program.tsx', text).module.staticImports.flatMap(({ moduleRequest, entries }) =>
    /^@echoback\/right-of-access(\/|$)/.test(moduleRequest.value)
      ? entries.flatMap(({ importName }) => (importName.name ? [importName.name] : []))
      : [],
  );
}

function sources(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root })
    .filter((file) => !/\.test\.tsx?$|\/(testing|scenarios)\//.test(file))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
}

function wordsIn(texts: readonly string[]): string[] {
  // What a comment or a string names is not asked.
  return texts.flatMap(
    (text) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|'[^'\n]*'|\.{3}/gm, ' ').match(/(?<![.\w])\w+(?!\w|:)/g) ?? [],
  );
}
