import { contract } from '../../server/src/contract/index.ts';
import type { InputOf } from '../../web/src/client.ts';
import { type ana, fileOf } from './facility-in-time.ts';
import type { Speaker } from './speaker.ts';

type ExamType = InputOf<typeof contract.recordIntake>['patients'][number]['examItems'][number]['examType'];
type Writing = Partial<InputOf<typeof contract.recordIntake>> & { by: typeof ana };

/** Takes in one writing about one person; answers its request. */
export async function takesIn(desk: Speaker, { by, ...writing }: Writing) {
  const { requests } = await desk.ask(contract.recordIntake, intakeOf({ by, ...writing }));
  const [request] = requests;
  if (!request) throw new Error('nothing was taken in');
  return { requestId: request.id, ...request };
}

export function intakeOf({ by, ...writing }: Writing): InputOf<typeof contract.recordIntake> {
  const { givenName, familyName } = by;
  return {
    channel: 'mail',
    receivedOn: '2026-05-06',
    signature: 'signed',
    language: 'en',
    requester: { is: 'self', name: `${givenName} ${familyName}`, address: ['8 Hill Road', 'Springfield, NY 10001'] },
    patients: patientsOf(by),
    deliveries: [{ kind: 'cd', who: 'self', address: ['8 Hill Road', 'Springfield, NY 10001'] }],
    ...writing,
  };
}

export function patientsOf({ givenName, familyName, birthDate, mrn }: typeof ana, ...examTypes: ExamType[]) {
  const asked = examTypes.length > 0 ? examTypes : (['pregnancy'] as const);
  const examItems = asked.map((examType) => ({ examType }));
  return [{ patient: { givenName, familyName, birthDate, mrn }, examItems }];
}

export async function tiesToPatient(desk: Speaker, { requestId }: { requestId: string }): Promise<void> {
  const [patient] = (await fileOf(desk, { requestId })).suggestedPatients;
  await desk.ask(contract.choosePatient, { requestId, patientId: patient?.id ?? '' });
}
