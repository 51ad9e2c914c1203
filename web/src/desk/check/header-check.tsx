import { LinkButton } from '../../design-system/link.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useText } from '../../locales/use-text.tsx';
import { sameText } from '../request/verdict-mark.ts';
import type { RequestFile } from '../request-file.ts';
import type { CheckedItem } from './checking.ts';

const flags = [
  'preamble-zeroed',
  'tail-dropped',
  'doubtful-identity',
  'not-a-part-10-file',
  'same-uid-other-bytes',
] as const;

/** Whose picture its own header says it is, beside whose was asked for. Names burned into it, a person reads. */
export function HeaderCheck({
  item,
  asked,
  onClose,
}: {
  item: CheckedItem;
  asked: RequestFile['asked'];
  onClose: () => void;
}) {
  const t = useText(deskCheckText);
  const rows = [
    {
      fact: 'name' as const,
      request: `${asked.patientGivenName} ${asked.patientFamilyName}`,
      header: item.headerName,
    },
    { fact: 'birth-date' as const, request: asked.patientBirthDate, header: item.headerBirthDate },
    { fact: 'mrn' as const, request: asked.patientMrn, header: item.headerMrn },
  ].map((row) => ({ ...row, differs: sameText(row.request, row.header) === 'differs' }));
  const asAsked = !rows.some(({ fact, differs }) => differs && fact !== 'mrn');
  return (
    <div className="header-check">
      <table>
        <thead>
          <tr>
            <th scope="col">
              {item.samePatient && asAsked ? (
                <span className="header-same">
                  <span aria-hidden="true">✓</span> {t('same-patient')}
                </span>
              ) : (
                <span className="header-other">
                  <span aria-hidden="true">✗</span> {t(item.samePatient ? 'not-as-asked' : 'other-patient')}
                </span>
              )}
            </th>
            <th scope="col">{t('in-header')}</th>
            <th scope="col">{t('in-request')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ fact, request, header, differs }) => (
            <tr key={fact}>
              <th scope="row">{t(`fact-${fact}`)}</th>
              <td>
                {header ?? '–'}
                {differs && <span className="header-other"> ✗ {t('differs')}</span>}
              </td>
              <td>{request ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="header-note">{t('burned-in-note')}</p>
      {flags
        .filter((flag) => item.flags.includes(flag))
        .map((flag) => (
          <p key={flag} className="header-note">
            {t(`flag-${flag}`)}
          </p>
        ))}
      <p>
        <LinkButton onClick={onClose}>{t('all-pictures')}</LinkButton> <kbd className="desk-key">Esc</kbd>
      </p>
    </div>
  );
}
