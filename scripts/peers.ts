import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

/**
 * `node scripts/peers.ts install` brings the programs that the tests run against, from Debian's packages. Their
 * system services are never started: tests start their own on spare ports.
 */
const packages = [
  'orthanc',
  'orthanc-dicomweb',
  'dcmtk',
  'dicom3tools',
  'python3-pydicom',
  'python3-gdcm',
  'libgdcm-tools',
  'postgresql-15',
  'zip',
  'unzip',
  'poppler-utils',
  'xorriso',
  'p7zip-full',
  'genisoimage',
  'udftools',
  'libopenjp2-tools',
  'python3-numpy',
  'ffmpeg',
  'firefox-esr',
];

if (process.argv[2] !== 'install') {
  console.error('Usage: node scripts/peers.ts install');
  process.exit(2);
}
process.exitCode = install();

function install(): number {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    console.log(
      'The peers come from Debian packages, and this machine has no apt-get: their tests will be skipped by name.',
    );
    return process.env.CI ? 1 : 0;
  }
  const wanted = packages.filter((name) => !isInstalled(name));
  if (wanted.length === 0) {
    console.log('All peers are installed.');
    return 0;
  }
  if (process.getuid?.() !== 0) {
    console.log(
      `Missing: ${wanted.join(' ')}. Install them as root: apt-get install --no-install-recommends ${wanted.join(' ')}`,
    );
    return process.env.CI ? 1 : 0;
  }
  console.log(`Installing ${wanted.join(' ')}`);
  const release = forbidServices();
  try {
    const updated = run('apt-get', ['update', '-qq']);
    const installed = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted]);
    return updated === 0 ? installed : installed || updated;
  } finally {
    release();
  }
}

function isInstalled(name: string): boolean {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder is dpkg's own.
  const answer = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}', name], { encoding: 'utf8' });
  return answer.stdout === 'installed';
}

/** Debian starts a server as soon as it is installed, unless this file answers 101; one that is there stays. */
function forbidServices(): () => void {
  const policy = '/usr/sbin/policy-rc.d';
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  return () => rmSync(policy, { force: true });
}

function run(program: string, args: string[]): number {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, args, { stdio: 'inherit', env }).status ?? 1;
}
