import type { CandidateStudy, Evidence, JudgedCandidate } from '../store/records.ts';
import { type KnownPatient, samePatient } from './same-patient.ts';

export type AskedFacts = { accessionNumber: string | null; onOrAfter: string | null; onOrBefore: string | null };

/** A found study beside what was asked. Only who it shows decides; accession, date and kind help a person choose. */
export function judgeCandidate(known: KnownPatient, asked: AskedFacts, study: CandidateStudy): JudgedCandidate {
  const { verdict, evidence } = samePatient(known, study);
  return { ...study, verdict, evidence: [...evidence, ...aboutTheExam(asked, study)] };
}

/** Best first: exact, near, other; then the latest study. */
export function inOrderOfFit(candidates: JudgedCandidate[]): JudgedCandidate[] {
  const rank = { exact: 0, near: 1, other: 2 };
  return candidates.sort(
    (a, b) => rank[a.verdict] - rank[b.verdict] || ((a.studyDate ?? '') < (b.studyDate ?? '') ? 1 : -1),
  );
}

function aboutTheExam(asked: AskedFacts, study: CandidateStudy): Evidence[] {
  const evidence: Evidence[] = [];
  if (asked.accessionNumber) {
    const verdict = sameText(asked.accessionNumber, study.accessionNumber);
    evidence.push({ fact: 'accession', asked: asked.accessionNumber, found: study.accessionNumber, verdict });
  }
  if (asked.onOrAfter || asked.onOrBefore) {
    const range = [asked.onOrAfter ?? '', asked.onOrBefore ?? ''].join(' – ');
    evidence.push({ fact: 'date', asked: range, found: study.studyDate, verdict: inRange(asked, study.studyDate) });
  }
  const modalities = study.modalities.join(', ') || null;
  evidence.push({ fact: 'kind', asked: 'US', found: modalities, verdict: isUltrasound(study.modalities) });
  return evidence;
}

function sameText(asked: string, found: string | null): Evidence['verdict'] {
  if (!found) return 'unknown';
  return found.trim().toLowerCase() === asked.trim().toLowerCase() ? 'same' : 'differs';
}

function inRange({ onOrAfter, onOrBefore }: AskedFacts, date: string | null): Evidence['verdict'] {
  if (!date) return 'unknown';
  const inside = (!onOrAfter || date >= onOrAfter) && (!onOrBefore || date <= onOrBefore);
  return inside ? 'same' : 'differs';
}

/** Defined terms of (0008,0060) for ultrasound; IVUS looks from inside a vessel. */
function isUltrasound(modalities: readonly string[]): Evidence['verdict'] {
  if (modalities.length === 0) return 'unknown';
  return modalities.some((modality) => modality === 'US' || modality === 'IVUS') ? 'same' : 'differs';
}
