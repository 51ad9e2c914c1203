import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Outcome, ok, refuse } from '@echoback/dicom-media';
import type { DiscChoice, DiscWish } from '../packing/split-copy.ts';
import type { OutputForm } from '../packing/write-copy.ts';
import type { Terminal } from './terminal.ts';

export const packUsage = `echoback pack <inputs…> -o <output>

Makes one copy that opens everywhere out of DICOM files: the untouched originals with a DICOMDIR, pictures, clips and
reports for people, and a page (INDEX.HTM) that shows everything without a network.

  inputs                 folders, DICOM files, ZIPs, disc images (ISO 9660), or a DICOMDIR for the files that it lists
  -o, --output <path>    what to write: copy.zip, copy.iso, or a folder such as an empty stick

What goes in
  --several-patients     pack files of more than one patient; without it they are refused
  --no-pictures          originals and DICOMDIR only, which is much faster
  --only pictures        pictures and clips only, into a ZIP or a folder
  --disc cd|dvd|bd       as many images of this size as it takes: copy-1.iso, copy-2.iso, …
  --capacity <MB>        with --disc: what one of your discs holds, such as 650, where it is not the usual

What it says
  --language en|es       of INDEX.HTM, README.TXT and file names (en)
  --facility <name>      who gives the copy
  --contact <text>       whom to ask; with --facility

How it is written
  --force                replace an output that is there; in a folder, only what has the same names
  --password             encrypt the ZIP (AES-256): asks, or takes ECHOBACK_PACK_PASSWORD from the environment
  --password-file <path> encrypt the ZIP with the first line of this file
  --json                 one JSON object on standard output instead of the summary

Exit codes: 0 all packed · 2 packed, but some files were bad and are listed · 1 nothing packed`;

export type PackOptions = {
  inputs: string[];
  output: string;
  form: OutputForm;
  only: 'pictures' | undefined;
  disc: DiscWish | undefined;
  pictures: boolean;
  severalPatients: boolean;
  force: boolean;
  passwordFrom: 'nowhere' | 'person' | { file: string };
  language: 'en' | 'es';
  facility: string | null;
  contact: string | null;
  json: boolean;
};

const options = {
  output: { type: 'string', short: 'o' },
  'several-patients': { type: 'boolean', default: false },
  'no-pictures': { type: 'boolean', default: false },
  only: { type: 'string' },
  disc: { type: 'string' },
  capacity: { type: 'string' },
  language: { type: 'string', default: 'en' },
  facility: { type: 'string' },
  contact: { type: 'string' },
  force: { type: 'boolean', default: false },
  password: { type: 'boolean', default: false },
  'password-file': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

export function packOptions({ args, folder }: Pick<Terminal, 'args' | 'folder'>): Outcome<PackOptions, string> {
  const parsed = parse(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (positionals.length === 0) return refuse('Say what to pack: folders, files, ZIPs, disc images or a DICOMDIR.');
  if (!values.output) return refuse('Say where to write with -o: a name ending in .zip or .iso, or a folder.');
  const at = (name: string) => path.resolve(folder, name);
  const passwordFile = values['password-file'];
  const wrong = wrongWords(values);
  if (wrong) return refuse(wrong);
  return ok({
    inputs: positionals.map(at),
    output: at(values.output),
    form: formOf(values.output),
    only: values.only as 'pictures' | undefined,
    disc: discWish(values),
    pictures: !values['no-pictures'],
    severalPatients: values['several-patients'],
    force: values.force,
    passwordFrom: passwordFile === undefined ? (values.password ? 'person' : 'nowhere') : { file: at(passwordFile) },
    language: values.language as 'en' | 'es',
    facility: values.facility?.trim() || null,
    contact: values.contact?.trim() || null,
    json: values.json,
  });
}

function parse(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], allowPositionals: true, options }));
  } catch (fault) {
    const { code = '', message } = fault as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw fault;
    // The rest of the message tells how to pass a file whose name starts with a dash.
    return refuse(`${message.split(/\.\s/)[0]}.`);
  }
}

type Values = Extract<ReturnType<typeof parse>, { ok: true }>['value']['values'];

function wrongWords(values: Values): string | undefined {
  const form = formOf(values.output ?? '');
  const encrypts = values.password || values['password-file'] !== undefined;
  if (values.only !== undefined && values.only !== 'pictures') return '--only knows one word: pictures.';
  if (values.disc !== undefined && !['cd', 'dvd', 'bd'].includes(values.disc)) return '--disc is cd, dvd or bd.';
  if (!['en', 'es'].includes(values.language)) return '--language is en or es.';
  if (values.capacity !== undefined && values.disc === undefined) return '--capacity needs --disc.';
  if (values.capacity !== undefined && !/^[1-9]\d{0,5}$/.test(values.capacity))
    return '--capacity is a number of MB, such as 650.';
  if (values.disc !== undefined && form !== 'iso') return '--disc is for an output that ends in .iso.';
  if (encrypts && form !== 'zip') return 'Only a ZIP can be encrypted: name the output .zip.';
  if (values.password && values['password-file'] !== undefined) return 'Give --password or --password-file, not both.';
  if (values.only && form === 'iso') return 'Pictures alone go into a ZIP or a folder.';
  if (values.only && values['no-pictures']) return '--only pictures and --no-pictures leave nothing to pack.';
  if (values.contact && !values.facility) return '--contact needs --facility.';
  if (/\.(tar|gz|tgz|7z|rar|img|dmg|udf|dcm)$/i.test(values.output ?? ''))
    return 'The output is a name ending in .zip or .iso, or a folder.';
  return undefined;
}

function discWish({ disc, capacity }: Values): DiscWish | undefined {
  if (disc === undefined) return undefined;
  return { choice: disc as DiscChoice, capacityBytes: capacity === undefined ? undefined : Number(capacity) * 1e6 };
}

function formOf(output: string): OutputForm {
  if (/\.zip$/i.test(output)) return 'zip';
  return /\.iso$/i.test(output) ? 'iso' : 'folder';
}
