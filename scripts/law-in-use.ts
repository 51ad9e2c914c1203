import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

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
      const declaration = node.type === 'ExportNamedDeclaration' ? node.declaration : node;
      if (!declaration) continue;
      const names =
        declaration.type === 'FunctionDeclaration'
          ? [declaration.id]
          : declaration.type === 'VariableDeclaration'
            ? declaration.declarations.map(({ id }) => id)
            : [];
      for (const id of names) {
        if (id?.type !== 'Identifier') continue;
        bodies.set(id.name, `${bodies.get(id.name) ?? ''}\n${text.slice(declaration.start, declaration.end)}`);
      }
    }
  }
  return bodies;
}

function importedFromTheLaw(text: string): string[] {
  return parseSync('program.tsx', text).module.staticImports.flatMap(({ moduleRequest, entries }) =>
    moduleRequest.value === '@echoback/right-of-access'
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
