import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Candidate } from '../request-file.ts';
import { verdictMark } from './verdict-mark.ts';

/** The chosen patient and what was asked against the exam, cell by cell; the verdicts are the server's. */
export function EvidenceTable({ evidence }: { evidence: Candidate['evidence'] }) {
  const t = useText(deskFileText);
  return (
    <table className="evidence">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('fact')}</span>
          </th>
          <th scope="col">{t('directory-and-request')}</th>
          <th scope="col">{t('exam')}</th>
          <th scope="col">
            <span className="visually-hidden">{t('verdict')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(({ fact, asked, found, verdict }) => (
          <tr key={fact} className={`evidence-${verdict}`}>
            <th scope="row">{t(`fact-${fact}`)}</th>
            <td>{asked ?? '–'}</td>
            <td>{(fact === 'name' ? spelledName(found) : found) ?? '–'}</td>
            <td>
              <span aria-hidden="true">{verdictMark[verdict]}</span> {t(wordOf(fact, verdict))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** DICOM parts a name by carets, family name first (PS3.5 6.2); people part it by commas and spaces. */
export function spelledName(name: string | null): string | null {
  const [family = '', ...rest] = (name ?? '').split('^').map((part) => part.trim());
  return [family, rest.filter(Boolean).join(' ')].filter(Boolean).join(', ') || null;
}

function wordOf(fact: Candidate['evidence'][number]['fact'], verdict: Candidate['evidence'][number]['verdict']) {
  if (fact === 'date' && verdict === 'same') return 'verdict-within';
  if (fact === 'kind' && verdict === 'same') return 'verdict-fits';
  return `verdict-${verdict}` as const;
}
