import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { makeQuickFolder } from '../../scripts/peers/quick-folder.ts';
import { sparePort } from '../../scripts/peers/spare-port.ts';
import { contract } from '../../server/src/contract/index.ts';
import type { InputOf, OutputOf } from '../../web/src/client.ts';
import { inNewYork } from '../demo-folder.ts';
import { type Facility, newestCode, startFacility, until } from '../facility.ts';
import { databaseForFacility, demoFolderIn, runTool } from '../peers-here.ts';
import { openSpeaker, type Speaker } from './speaker.ts';

type RequestFile = OutputOf<typeof contract.readRequestFile>;
type Asked = InputOf<typeof contract.submitRequest>;

/** The running program, whose days go by when a scenario says so; it is there for the block that calls. */
export type FacilityInTime = {
  /** As a power cut and the start after it; the clock goes on from the instant that the program is started with. */
  killAndStart(): Promise<void>;
  facility(): Facility;
  /** Moves the clock: “2027-02-13T22:40:00-05:00”. */
  at(instant: string): Promise<void>;
  /** The desk on the day that it is: sessions end while days go by. */
  desk(account?: 'desk' | 'admin'): Promise<Speaker>;
  /** Somebody new at the desk, signed in. */
  signedIn(colleague: Colleague): Promise<Speaker>;
  /** Asks as a person would in the portal, and comes back signed in to the request. */
  asks(who: Who, asked: Partial<Asked>): Promise<Asker>;
  /** Signs in again with a new code: a session does not outlive the days that went by. */
  comesBack(asker: Asker): Promise<void>;
};

type Colleague = Pick<InputOf<typeof contract.addStaff>, 'username' | 'displayName' | 'role'> &
  Partial<InputOf<typeof contract.addStaff>>;
export type Who = { givenName: string; familyName: string; birthDate: string; mrn: string; onFile: string };
export type Asker = {
  who: Who;
  reference: string;
  requestId: string;
  speaker: Speaker;
  mailbox: string;
  /** Of secure links, as the person was told them once. */
  passcodes: OutputOf<typeof contract.submitRequest>['passcodes'];
};

/** People of the demo facility's directory. */
export const ana: Who = {
  givenName: 'Ana',
  familyName: 'Rivera',
  birthDate: '1993-04-12',
  mrn: '004471',
  onFile: 'ana.rivera@example.org',
};
export const grace: Who = {
  givenName: 'Grace',
  familyName: 'Liu',
  birthDate: '1978-09-30',
  mrn: '005120',
  onFile: 'grace.liu@example.org',
};

export function facilityInTime(now: string, env?: Record<string, string>): FacilityInTime {
  let running: Running | undefined;
  /** Each asker has a mailbox of their own: the clock may go back between scenarios, and an old code must not look new. */
  let mailboxes = 0;
  const facility = () => {
    if (!running) throw new Error('The facility was not opened');
    return running.facility;
  };
  const signedInWith = async (username: string, password: string) => {
    const speaker = openSpeaker(facility().url);
    await speaker.ask(contract.staffSignIn, { username, password });
    return speaker;
  };
  const desk = (account = 'desk') => signedInWith(account, facility().staffPassword);
  beforeAll(async () => {
    running = await start(now, env);
  });
  afterAll(() => running?.end());
  return {
    facility,
    killAndStart: async () => running?.again(),
    at: async (instant) => void (await openSpeaker(facility().url).ask(contract.setClock, { now: instant })),
    desk,
    signedIn: async (colleague) => {
      const admin = await desk('admin');
      const { password } = await admin.ask(contract.addStaff, {
        licensedAs: null,
        privacyOfficer: false,
        ...colleague,
      });
      return signedInWith(colleague.username, password);
    },
    asks: async (who, asked) => {
      const speaker = openSpeaker(facility().url);
      mailboxes += 1;
      const mailbox = `asker.${mailboxes}@mail.example`;
      const { reference, passcodes } = await submit(facility(), speaker, mailbox, who, asked);
      await comeBack(facility(), speaker, mailbox, reference);
      return { who, reference, requestId: await idOf(await desk(), reference), speaker, mailbox, passcodes };
    },
    comesBack: ({ speaker, mailbox, reference }) => comeBack(facility(), speaker, mailbox, reference),
  };
}

type Running = { facility: Facility; end(): Promise<void>; again(): Promise<void> };

async function start(now: string, env: Record<string, string> | undefined): Promise<Running> {
  const folder = makeQuickFolder('echoback-in-time-');
  const database = await databaseForFacility();
  // What a start is told of the facility is written down by its first one.
  const dataFolder = env ? path.join(folder, 'data') : demoFolderIn(folder);
  // The same port after each start: whoever is signed in stays so.
  const settings = { ECHOBACK_TEST_CLOCK: now, ...inNewYork, ...env };
  const everyTime = { ...database.env, ECHOBACK_PORT: String(await sparePort()), ...settings };
  const running: Running = {
    facility: await startFacility(dataFolder, everyTime),
    end: async () => {
      await running.facility.stop();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
    again: async () => {
      await running.facility.kill();
      running.facility = await startFacility(dataFolder, everyTime);
    },
  };
  return running;
}

async function submit(
  facility: Facility,
  speaker: Speaker,
  mailbox: string,
  who: Who,
  asked: Partial<Asked>,
): Promise<OutputOf<typeof contract.submitRequest>> {
  const { codeId } = await speaker.ask(contract.sendContactCode, { email: mailbox, language: 'en' });
  await speaker.ask(contract.confirmContact, { codeId, code: await newestCode(facility, mailbox) });
  const { givenName, familyName, birthDate, mrn } = who;
  const name = `${givenName} ${familyName}`;
  return speaker.ask(contract.submitRequest, {
    language: 'en',
    patient: { givenName, familyName, birthDate, mrn },
    requester: { is: 'self', name },
    examItems: [{ examType: 'pregnancy' }],
    deliveries: [{ kind: 'online' }],
    contactCodeId: codeId,
    signedName: name,
    ...asked,
  });
}

async function comeBack(facility: Facility, speaker: Speaker, mailbox: string, reference: string): Promise<void> {
  const { codeId } = await speaker.ask(contract.sendSignInCode, { reference, language: 'en' });
  await speaker.ask(contract.signIn, { codeId, code: await newestCode(facility, mailbox) });
}

async function idOf(desk: Speaker, reference: string): Promise<string> {
  const { rows } = await desk.ask(contract.listRequests, { search: reference });
  const [row] = rows;
  if (!row) throw new Error(`${reference} is not on the worklist`);
  return row.id;
}

/** Ties the request to its patient and proves identity with a code to the contact on file. */
export async function proves({ facility }: FacilityInTime, desk: Speaker, asker: Asker): Promise<void> {
  const { requestId, speaker, who } = asker;
  const file = await desk.ask(contract.readRequestFile, { requestId });
  const patient = file.suggestedPatients.find(({ identifiers }) => identifiers.some(({ mrn }) => mrn === who.mrn));
  const contact = patient?.contacts.find(({ value }) => value === who.onFile);
  if (!patient || !contact) throw new Error(`${who.mrn} is not in the directory`);
  await desk.ask(contract.choosePatient, { requestId, patientId: patient.id });
  await desk.ask(contract.sendIdentityCode, { requestId, contactId: contact.id });
  await speaker.ask(contract.proveIdentity, { code: await newestCode(facility(), who.onFile) });
}

/** Who gives the record numbers of the facility. */
export async function issuerOf(desk: Speaker): Promise<string> {
  const { rows } = await desk.ask(contract.listPatients, { search: ana.mrn });
  return rows[0]?.identifiers[0]?.issuer ?? 'none';
}

/** Ties the request to its patient on a photo ID that somebody saw: no code, so the clock may stand anywhere. */
export async function showsPhotoId(desk: Speaker, { requestId, who }: Asker): Promise<void> {
  const { suggestedPatients } = await desk.ask(contract.readRequestFile, { requestId });
  const patient = suggestedPatients.find(({ identifiers }) => identifiers.some(({ mrn }) => mrn === who.mrn));
  await desk.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
  const evidence = 'Driving licence, shown at the desk';
  await desk.ask(contract.recordIdentityProof, { requestId, method: 'photo-id', evidence });
}

/** Searches every source for an exam and confirms the study whose description fits. */
export async function matches(
  desk: Speaker,
  asker: Asker,
  description: RegExp,
  at = 0,
  nearMissReason?: string,
): Promise<void> {
  await confirms(desk, asker, at, (study) => description.test(study.description ?? ''), nearMissReason);
}

/** The same for a study of that day. */
export async function matchesDay(desk: Speaker, asker: Asker, day: string, at = 0): Promise<void> {
  await confirms(desk, asker, at, ({ studyDate }) => studyDate === day);
}

type Candidate = OutputOf<typeof contract.searchStudies>['candidates'][number];

async function confirms(
  desk: Speaker,
  { requestId, who }: Asker,
  at: number,
  fits: (study: Candidate) => boolean,
  nearMissReason?: string,
): Promise<void> {
  const file = await desk.ask(contract.readRequestFile, { requestId });
  const examItemId = file.examItems[at]?.id ?? '';
  const { id: searchId, candidates } = await desk.ask(contract.searchStudies, { requestId, examItemId, mrn: who.mrn });
  const found = candidates.find(fits);
  if (!found) throw new Error(`found only ${candidates.map((candidate) => candidate.description).join(', ')}`);
  const { imageSourceId, studyInstanceUid } = found;
  await desk.ask(contract.confirmMatch, { examItemId, searchId, imageSourceId, studyInstanceUid, nearMissReason });
}

export async function fileOf(desk: Speaker, { requestId }: Pick<Asker, 'requestId'>): Promise<RequestFile> {
  return desk.ask(contract.readRequestFile, { requestId });
}

/** Waits until everything is fetched and drawn. */
export async function fetched(desk: Speaker, asker: Asker): Promise<void> {
  await until('the pictures were ready to be checked', async () => {
    const { examItems } = await fileOf(desk, asker);
    return examItems.every(
      ({ state, matches: found }) =>
        state === 'closed' || (state === 'checking' && found.every(({ retrieval }) => retrieval.state === 'done')),
    );
  });
}

/** Approves what was fetched. */
export async function releases(desk: Speaker, asker: Asker): Promise<void> {
  await fetched(desk, asker);
  const { version } = await fileOf(desk, asker);
  await desk.ask(contract.approveRelease, { requestId: asker.requestId, version });
}

type LetterOf = Pick<Asker, 'requestId'>;

/** All words of a letter of the file, the first of its kind. */
export async function letterWords(desk: Speaker, asker: LetterOf, code: string): Promise<string> {
  const [letter] = await lettersOf(desk, asker, code);
  return wordsOf(desk, letter?.id ?? '');
}

/** Of the last of its kind. */
export async function newestWords(desk: Speaker, asker: LetterOf, code: string): Promise<string> {
  const letters = await lettersOf(desk, asker, code);
  return wordsOf(desk, letters.at(-1)?.id ?? '');
}

async function lettersOf(desk: Speaker, asker: LetterOf, code: string) {
  return until(`${code} was written`, async () => {
    const letters = (await fileOf(desk, asker)).letters.filter((one) => one.code === code);
    return letters.length > 0 && letters.sort((a, b) => a.madeAt.localeCompare(b.madeAt));
  });
}

/** Read from the PDF that was kept. */
async function wordsOf(desk: Speaker, letterId: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'echoback-letter-'));
  const pdf = path.join(folder, 'letter.pdf');
  writeFileSync(pdf, await desk.file(contract.openDeskLetter, { letterId }));
  const words = await runTool('pdftotext', [pdf, '-']);
  rmSync(folder, { recursive: true });
  return words.replaceAll(/\s+/g, ' ');
}
