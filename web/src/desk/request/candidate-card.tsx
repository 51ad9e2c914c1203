import type { ReactNode } from 'react';
import { Pill } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Candidate } from '../request-file.ts';
import { EvidenceTable, spelledName } from './evidence-table.tsx';

const tones = { exact: 'ok', near: 'accent', other: 'plain' } as const;

/** One study that a source found. Another patient's stands there with the reason, and can not be chosen. */
export function CandidateCard({
  candidate,
  chosen,
  onChoose,
  children,
}: {
  candidate: Candidate;
  chosen: boolean;
  onChoose: () => void;
  children?: ReactNode;
}) {
  const t = useText(deskFileText);
  const title = candidate.description || t('exam-without-name');
  const head = (
    <>
      <span className="choice-title">
        {title}
        <span className="choice-about">
          <StudyWords candidate={candidate} />
        </span>
      </span>
      <Pill tone={tones[candidate.verdict]}>{t(`candidate-${candidate.verdict}`)}</Pill>
    </>
  );
  if (candidate.verdict === 'other') {
    return (
      <div className="choice choice-other">
        <div className="choice-head">{head}</div>
        <OtherPatient candidate={candidate} />
      </div>
    );
  }
  return (
    <div className="choice">
      <label className="choice-head">
        <input type="radio" name="candidate" className="tile-input" checked={chosen} onChange={onChoose} />
        {head}
      </label>
      <EvidenceTable evidence={candidate.evidence} />
      {children && <div className="choice-more">{children}</div>}
    </div>
  );
}

function StudyWords({ candidate }: { candidate: Candidate }) {
  const t = useText(deskFileText);
  const dates = useDates();
  const parts = [
    candidate.studyDate ? dates.shortDay(candidate.studyDate) : t('date-unknown'),
    candidate.studyTime && timeOf(candidate.studyTime),
    candidate.imageSourceName,
    candidate.instanceCount !== null && t('count-objects', { count: candidate.instanceCount }),
    candidate.accessionNumber && `${t('accession-short')} ${candidate.accessionNumber}`,
  ];
  return <>{parts.filter(Boolean).join(' · ')}</>;
}

function OtherPatient({ candidate }: { candidate: Candidate }) {
  const t = useText(deskFileText);
  const differing = candidate.evidence.filter(({ verdict }) => verdict === 'differs');
  return (
    <p className="small choice-why">
      {[spelledName(candidate.patientName), candidate.patientBirthDate, candidate.patientId].filter(Boolean).join(', ')}
      .{' '}
      <strong>
        {differing.length > 0
          ? t('differs-in', { facts: differing.map(({ fact }) => t(`fact-${fact}`)).join(', ') })
          : t('nothing-agrees')}
      </strong>{' '}
      {t('other-can-not')}
    </p>
  );
}

/** DICOM TM: HHMMSS.FFFFFF, colons in old objects. */
function timeOf(studyTime: string): string {
  const digits = studyTime.replaceAll(':', '');
  return digits.length >= 4 ? `${digits.slice(0, 2)}:${digits.slice(2, 4)}` : '';
}
