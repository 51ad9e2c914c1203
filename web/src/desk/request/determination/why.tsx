import { Cite } from '../../../cite.tsx';
import { Disclosure } from '../../../design-system/disclosure.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { bareLack, useLawWords } from '../../law-words.ts';
import type { Determinations } from './determinations.ts';

type Reason = Determinations['holds'][number]['why'];

/** The rule behind it, where it is written, and the facts that went in. */
export function Why({ reasons }: { reasons: readonly Reason[] }) {
  const t = useText(deskDeterminationText);
  if (reasons.length === 0) return null;
  return (
    <Disclosure summary={t('why')}>
      {reasons.map((why) => (
        <div key={why.rule}>
          <p>
            <Cite of={why.cite} /> <span className="mono small quiet">{why.rule}</span>
          </p>
          <ul className="small">
            {why.inputs.map(({ name, value }) => (
              <li key={name}>
                {name}: {value}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Disclosure>
  );
}

/** Everything that is lacking, each with where it is asked for. */
export function Lacks({ lacks }: { lacks: readonly { name: string; cite: string }[] }) {
  const t = useText(deskDeterminationText);
  const law = useLawWords();
  if (lacks.length === 0) return null;
  return (
    <div className="lacks" role="status">
      <p className="choice-title">{t('letter-lacks')}</p>
      <ul>
        {lacks.map(({ name, cite }) => (
          <li key={name}>
            {law(bareLack(name))}{' '}
            <span className="small quiet">
              <Cite of={cite} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
