import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { guardProcess, waitUntilUp } from './guard.ts';
import { findProgram, type Have, missing, present } from './have.ts';
import { sparePort } from './spare-port.ts';

export type OrthancAddress = {
  /** REST, with a slash at the end. */
  url: string;
  /** DICOMweb root (QIDO-RS, WADO-RS, STOW-RS), without a slash at the end. */
  dicomwebUrl: string;
  dicomPort: number;
  aeTitle: string;
};
export type Orthanc = OrthancAddress & { stop(): Promise<void> };

const dicomwebPlugin = '/usr/share/orthanc/plugins/libOrthancDicomWeb.so';

export function haveOrthanc(): Have<string> {
  const program = findProgram('Orthanc');
  if (!program) return missing('Orthanc is not installed: node scripts/peers.ts install');
  if (!existsSync(dicomwebPlugin)) return missing('orthanc-dicomweb is not installed: node scripts/peers.ts install');
  return present(program);
}

/** A throw-away Orthanc with DICOMweb and DICOM on spare loopback ports; gone with this process. */
export async function startOrthanc(program: string, options: { settings?: object } = {}): Promise<Orthanc> {
  const folder = await mkdtemp(path.join(tmpdir(), 'echoback-orthanc-'));
  await mkdir(path.join(folder, 'storage'));
  const [httpPort, dicomPort] = [await sparePort(), await sparePort()];
  const aeTitle = 'ORTHANC';
  const settings = {
    Name: 'Echoback test archive',
    StorageDirectory: path.join(folder, 'storage'),
    IndexDirectory: path.join(folder, 'storage'),
    Plugins: [dicomwebPlugin],
    HttpPort: httpPort,
    DicomPort: dicomPort,
    DicomAet: aeTitle,
    RemoteAccessAllowed: false,
    AuthenticationEnabled: false,
    DicomAlwaysAllowStore: true,
    UnknownSopClassAccepted: true,
    HttpRequestTimeout: 30,
    TcpNoDelay: true,
    DicomWeb: { Enable: true, Root: '/dicom-web/', EnableWado: false, Host: '127.0.0.1' },
    ...options.settings,
  };
  await writeFile(path.join(folder, 'orthanc.json'), JSON.stringify(settings));
  const log = await open(path.join(folder, 'orthanc.log'), 'a');
  const child = spawn(program, [path.join(folder, 'orthanc.json')], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    // Without it every DICOM message waits 40 ms for Nagle's algorithm; both ends need it.
    env: { ...process.env, TCP_NODELAY: '1' },
  });
  await log.close();
  const guard = guardProcess(child.pid ?? 0, 'TERM', folder);
  const url = `http://127.0.0.1:${httpPort}/`;
  try {
    await waitUntilUp('Orthanc', child, async () => (await fetch(`${url}dicom-web/studies?limit=1`)).ok);
  } catch (fault) {
    await guard.end();
    throw fault;
  }
  child.unref();
  return { url, dicomwebUrl: `${url}dicom-web`, dicomPort, aeTitle, stop: guard.end };
}

/** Puts Part 10 files into an Orthanc through its REST door. */
export async function storeInOrthanc(orthanc: OrthancAddress, files: Uint8Array[]): Promise<void> {
  for (const file of files) {
    const answer = await fetch(`${orthanc.url}instances`, { method: 'POST', body: Buffer.from(file) });
    if (!answer.ok) throw new Error(`Orthanc refused an instance with status ${answer.status}`);
    await answer.arrayBuffer();
  }
}
