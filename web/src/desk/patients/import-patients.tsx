import { importPatients } from '@echoback/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { type OutputOf, type Trouble, upload } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { inOrder } from '../../viewer/in-order.ts';

const columns = [
  { name: 'family_name', needed: true },
  { name: 'given_name', needed: true },
  { name: 'birth_date', needed: true },
  { name: 'mrn', needed: true },
  { name: 'issuer', needed: false },
  { name: 'sex', needed: false },
  { name: 'former_names', needed: false },
  { name: 'email', needed: false },
  { name: 'mobile', needed: false },
  { name: 'contacts_since', needed: false },
  { name: 'parent_mrns', needed: false },
] as const;

/** Loads the directory from CSV: all lines or none; a line that can not be read is named with its column. */
export function ImportPatients({ onClose }: { onClose: () => void }) {
  const t = useText(deskSetupText);
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState<number>();
  const [problem, setProblem] = useState<Trouble>();
  const [done, setDone] = useState<OutputOf<typeof importPatients>>();
  const send = async (csv: File) => {
    setProblem(undefined);
    setDone(undefined);
    setSent(0);
    const answer = await upload(importPatients, {}, csv, setSent);
    setSent(undefined);
    if (input.current) input.current.value = '';
    if (answer.ok) setDone(answer.value);
    else setProblem(answer.problem);
    await queries.invalidateQueries();
  };
  return (
    <section className="card stack import">
      <h2>{t('import-title')}</h2>
      <p>{t('import-help')}</p>
      <dl className="columns">
        {columns.map(({ name, needed }) => (
          <div key={name}>
            <dt className="mono">{name}</dt>
            <dd>
              {t(`column-${name}`)} {needed && <span className="quiet">({t('needed')})</span>}
            </dd>
          </div>
        ))}
      </dl>
      <input
        ref={input}
        type="file"
        accept="text/csv,.csv"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('choose-csv')}
        onChange={(event) => {
          const csv = event.currentTarget.files?.[0];
          if (csv) void send(csv);
        }}
      />
      <p className="button-row">
        <Button
          busy={sent === undefined ? undefined : t('importing', { percent: Math.round(sent * 100) })}
          onClick={() => input.current?.click()}
        >
          {t('choose-csv')}
        </Button>
        <LinkButton onClick={onClose}>{t('close')}</LinkButton>
      </p>
      {done && <p role="status">{t('imported', { added: done.added, updated: done.updated })}</p>}
      <Problem problem={problem}>
        {problem?.fields && problem.fields.length > 0 && (
          <ul className="line-problems">
            {inOrder(problem.fields).map(({ place, one }) => (
              <li key={place}>
                {whereWords(t, one.pointer)}: {one.message}
              </li>
            ))}
          </ul>
        )}
      </Problem>
    </section>
  );
}

/** `/lines/7/birth_date` as "Line 7, birth_date". */
function whereWords(t: Text<typeof deskSetupText.en>, pointer: string): string {
  const [, , line = '', column] = pointer.split('/');
  return column ? t('line-and-column', { line, column }) : t('line', { line });
}
