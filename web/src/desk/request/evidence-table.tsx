import { deskFileText } from '../../locales/desk-file.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Candidate } from '../request-file.ts';
import { verdictMark } from './verdict-mark.ts';

/** Request against exam, cell by cell; the verdicts are the server's. */
export function EvidenceTable({ evidence }: { evidence: Candidate['evidence'] }) {
  const t = useText(deskFileText);
  return (
    <table className="evidence">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('fact')}</span>
          </th>
          <th scope="col">{t('request')}</th>
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
            <td>{found ?? '–'}</td>
            <td>
              <span aria-hidden="true">{verdictMark[verdict]}</span> {t(wordOf(fact, verdict))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wordOf(fact: Candidate['evidence'][number]['fact'], verdict: Candidate['evidence'][number]['verdict']) {
  if (fact === 'date' && verdict === 'same') return 'verdict-within';
  if (fact === 'kind' && verdict === 'same') return 'verdict-fits';
  return `verdict-${verdict}` as const;
}
