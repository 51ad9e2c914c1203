import { unexplained } from '../requests/asked-person.ts';
import { identityOf } from './held-objects.ts';
import { type OnePatient, onePatient } from './one-patient.ts';
import type { MaterialStudy, ReleaseMaterial } from './release-material.ts';

/**
 * The proof of one patient over some studies of a request. Where the patient who was chosen differs from the one who was
 * asked for and nobody said why, each object shows another patient, however well it fits the directory.
 */
export function patientProof(
  { known, asked, chosenReason }: ReleaseMaterial,
  studies: readonly MaterialStudy[],
): OnePatient {
  if (!known) return { ok: false, checked: 0, differing: [] };
  const objects = studies.flatMap(({ held }) => held);
  const reasoned = studies.filter(({ nearMissReason }) => nearMissReason !== null);
  const proof = onePatient(
    known,
    objects.map((object) => ({
      instanceId: object.instanceId,
      studyInstanceUid: object.studyInstanceUid,
      identity: identityOf(object),
    })),
    new Set(reasoned.map(({ studyInstanceUid }) => studyInstanceUid)),
  );
  const facts = unexplained(asked, known, chosenReason);
  if (facts.length === 0) return proof;
  const others = objects.flatMap((object) => {
    const { patientName, patientBirthDate } = identityOf(object);
    const found = { name: patientName, 'birth-date': patientBirthDate };
    return facts.map((fact) => ({ instanceId: object.instanceId, fact, found: found[fact] }));
  });
  const told = new Map([...proof.differing, ...others].map((each) => [`${each.instanceId} ${each.fact}`, each]));
  return { ok: false, checked: proof.checked, differing: [...told.values()] };
}
