import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'vite';

/** One import of one source file; `to` is a repository path, or the bare specifier of a package. */
export type Import = { from: string; to: string; typeOnly: boolean };

/** Reads what each file imports, exports from and loads later. Paths are relative to `root`, with forward slashes. */
export function readImports(root: string, files: string[]): Import[] {
  return files.flatMap((file) => {
    const source = readFileSync(path.join(root, file), 'utf8');
    const { module, errors } = parseSync(file, source);
    if (errors.length > 0) throw new Error(`${file} can not be read: ${errors[0]?.message}`);
    const stated = module.staticImports.map(({ moduleRequest, entries }) => ({
      specifier: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
    }));
    const passedOn = module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, typeOnly: isType }] : [],
      ),
    );
    const later = module.dynamicImports.map(({ moduleRequest }) => ({
      specifier: source.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      typeOnly: false,
    }));
    return [...stated, ...passedOn, ...later].map((each) => ({
      from: file,
      to: resolve(file, each.specifier),
      typeOnly: each.typeOnly,
    }));
  });
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier;
}

/** Rooms of the server from the doors down. An import goes down or stays level, never up. */
const layers: readonly (readonly string[])[] = [
  ['main.ts', 'cli', 'http', 'worker', 'dicom-listener'],
  [
    'demo',
    'sign-in',
    'facility',
    'directory',
    'clock',
    'authority',
    'fees',
    'forms',
    'inspection',
    'intake',
    'drafts',
    'requests',
    'determinations',
    'imaging',
    'releases',
    'deliveries',
    'gathering',
    'packing',
    'labels',
    'letters',
    'prints',
    'touchless',
  ],
  ['audit', 'identity', 'mail', 'sources'],
  ['app.ts'],
  ['decoder', 'store'],
  ['config.ts', 'log.ts', 'settings.ts'],
];

const serverRooms = new Map(layers.flatMap((rooms, depth) => rooms.map((room) => [room, depth] as const)));

/** Every broken rule, as a sentence; empty when the house is in order. */
export function brokenRules(imports: Import[]): string[] {
  const said = imports.flatMap((each) => {
    const why = whyForbidden(each);
    return why ? [`${each.from} imports ${each.to}: ${why}`] : [];
  });
  return [...said, ...cycles(imports).map((cycle) => `a circle: ${cycle.join(' → ')}`)];
}

function whyForbidden({ from, to, typeOnly }: Import): string | undefined {
  if (from.startsWith('packages/')) return whyPackageMayNot(from, to);
  if (from.startsWith('web/')) {
    if (to.startsWith('@echoback/server') && to !== '@echoback/server/contract')
      return 'web knows the server only by its contract';
    if (to.startsWith('server/')) return 'web knows the server only by its contract';
    if (to.startsWith('node:') && from.startsWith('web/src/')) return 'web runs in a browser';
    return undefined;
  }
  if (!from.startsWith('server/src/') || !to.startsWith('server/src/')) return undefined;
  return whyServerMayNot(roomOf(from), roomOf(to), typeOnly);
}

function whyPackageMayNot(from: string, to: string): string | undefined {
  if (to.startsWith('node:')) return 'the packages do no I/O: take it as an argument';
  if (to.startsWith('@echoback/')) return 'the packages know neither each other nor the server';
  const home = from.split('/').slice(0, 3).join('/');
  if (!to.startsWith(`${home}/`)) return 'the packages depend on nothing';
  return undefined;
}

function whyServerMayNot(room: string, target: string, typeOnly: boolean): string | undefined {
  if (room === target || room === 'testing') return undefined;
  if (room === 'contract') return 'the contract imports zod and the packages only';
  if (target === 'contract') return room === 'http' || typeOnly ? undefined : 'only doors speak the contract';
  if (target === 'testing') return 'test builders are for tests';
  if (room === 'http' && target === 'store' && !typeOnly) return 'http asks a use case; it does not skip to the store';
  const [above, below] = [serverRooms.get(room), serverRooms.get(target)];
  if (above === undefined || below === undefined)
    return `no layer is stated for ${above === undefined ? room : target}`;
  if (below < above) return `${room} lies below ${target}`;
  return undefined;
}

function roomOf(file: string): string {
  return file.split('/')[2] ?? file;
}

/** Circles of files: who reads one of them has to know all of them, whether it loads the others or takes a type. */
function cycles(imports: Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) {
      found.push([...trail.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    for (const target of next.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
