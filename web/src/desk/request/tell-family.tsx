import { tellFamily } from '@echoback/server/contract';
import { useState } from 'react';
import { Cite } from '../../cite.tsx';
import { Button } from '../../design-system/button.tsx';
import { Disclosure } from '../../design-system/disclosure.tsx';
import { TextArea, TextField } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useDates } from '../../facility.tsx';
import { deskAuthorityText } from '../../locales/desk-authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { AuthorityCard } from './authority-card.ts';

const wishes = ['none-known', 'known', 'not-looked-for'] as const;

/** Somebody died, and who asks helped with the care: what they were told, beside the request and without a clock. */
export function TellFamily({ requestId, card }: { requestId: string; card: AuthorityCard }) {
  const t = useText(deskAuthorityText);
  const dates = useDates();
  const tell = useAct(tellFamily);
  const [deathShownBy, setDeathShownBy] = useState('');
  const [involvement, setInvolvement] = useState('');
  const [contraryWish, setContraryWish] = useState<(typeof wishes)[number]>('not-looked-for');
  const [told, setTold] = useState('');
  if (!card.mayTellFamily) return null;
  const act = async () => {
    const words = { deathShownBy: deathShownBy.trim(), involvement: involvement.trim(), told: told.trim() };
    const done = await tell.act({ requestId, contraryWish, ...words });
    if (done !== undefined) setTold('');
  };
  return (
    <>
      {card.toldFamily.map(({ at, by, told: words, cite }) => (
        <p key={at}>
          “{words}”{' '}
          <span className="quiet small">
            {t('family-was-told', { name: by, when: dates.dayAndTime(at) })} <Cite of={cite} />
          </span>
        </p>
      ))}
      <Disclosure summary={t('family')}>
        <div className="form">
          <p>
            {t('family-lead')}{' '}
            <span className="quiet small">
              <Cite of={card.cites.family} />
            </span>
          </p>
          <TextField
            label={t('family-death')}
            help={t('family-death-help')}
            value={deathShownBy}
            onChange={setDeathShownBy}
            maxLength={500}
            problem={fieldProblem(tell.problem, '/deathShownBy')}
          />
          <TextField
            label={t('family-involvement')}
            help={t('family-involvement-help')}
            value={involvement}
            onChange={setInvolvement}
            maxLength={500}
            problem={fieldProblem(tell.problem, '/involvement')}
          />
          <RadioTiles
            legend={t('family-wish')}
            value={contraryWish}
            onChange={setContraryWish}
            choices={wishes.map((value) => ({ value, label: t(`family-wish-${value}`) }))}
          />
          <TextArea
            label={t('family-told')}
            value={told}
            onChange={setTold}
            rows={2}
            problem={fieldProblem(tell.problem, '/told')}
          />
          <Problem problem={tell.problem} />
          <Button look="second" busy={tell.busy ? t('saving') : undefined} onClick={() => void act()}>
            {t('family-act')}
          </Button>
        </div>
      </Disclosure>
    </>
  );
}
