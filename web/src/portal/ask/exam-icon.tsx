import type { ExamType } from './answers.ts';

/** Lines of one weight, in the manner of the sector mark: a hint of the body, never a diagram. */
const drawings: Partial<Record<ExamType, string>> = {
  pregnancy:
    'M16 3.5a12.5 12.5 0 1 0 0 25 12.5 12.5 0 0 0 0-25ZM19.5 11.5a3.2 3.2 0 1 0-4.5 4.5c-3 .8-4.5 2.6-4.5 5 0 2.5 2.3 4 5.5 4 2.6 0 4.5-1 5.5-3M15 16l3 1.5',
  pelvis:
    'M4 4c1 5 1 9 0 14M28 4c-1 5-1 9 0 14M5 10c4 3 7 3 11 3s7 0 11-3M16 13v6M12.5 25c0-3 1.5-6 3.5-6s3.5 3 3.5 6c-1.5 1-5.5 1-7 0Z',
  abdomen: 'M6 4c-1 6 0 11-1 24h22c-1-13 0-18-1-24M10 17c3-4 10-4 12-1 1 3-2 4-5 3-3 1-7 1-7-2Z',
  breast: 'M4 6c0 10 5 15 12 15s12-5 12-15M4 27h24M16 12.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  'neck-thyroid':
    'M9 3c0 6-1 9-6 12M23 3c0 6 1 9 6 12M16 18c-2-4-7-4-7 1 0 4 2 7 4 7s3-2 3-4c0 2 1 4 3 4s4-3 4-7c0-5-5-5-7-1Z',
  vascular: 'M16 3v26M16 14c-5 1-8 5-8 15M16 14c5 1 8 5 8 15',
  heart:
    'M16 28C8 22 3 17 3 11.5 3 7.5 6 5 9 5c3 0 5.5 1.5 7 4.5C17.5 6.5 20 5 23 5c3 0 6 2.5 6 6.5C29 17 24 22 16 28Z',
  musculoskeletal:
    'M11 3c0 5 1 8-1 11 2 2 4 2 6 1 2 1 4 1 6-1-2-3-1-6-1-11M11 29c0-5 1-8-1-11 2-2 4-2 6-1 2-1 4-1 6 1-2 3-1 6-1 11',
};

export function ExamIcon({ examType }: { examType: ExamType }) {
  return (
    <svg className="exam-icon" viewBox="0 0 32 32" aria-hidden="true">
      <path d={drawings[examType]} />
    </svg>
  );
}
