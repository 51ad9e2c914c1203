import { assessBreach } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../../design-system/button.tsx';
import { TextArea } from '../../../design-system/field.tsx';
import { LinkButton } from '../../../design-system/link.tsx';
import { fieldProblem } from '../../../design-system/problem.tsx';
import { RadioTiles } from '../../../design-system/radio-tiles.tsx';
import { useDates } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import type { Determinations } from './determinations.ts';
import { Refusal } from './refusal.tsx';

type Incident = NonNullable<Determinations['releases'][number]['incident']>;

const factors = ['whatData', 'whoGotIt', 'acquiredOrViewed', 'mitigated'] as const;
const empty = { whatData: '', whoGotIt: '', acquiredOrViewed: '', mitigated: '' };

/** The four factors of 45 CFR 164.402(2): what was written about each, and what follows. Presumed a breach without them. */
export function Assessment({ incident, mayAssess }: { incident: Incident; mayAssess: boolean }) {
  const t = useText(deskDeterminationText);
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const { assessment } = incident;
  return (
    <>
      <p>
        <strong>
          {assessment?.isBreach
            ? t('is-breach', { authority: t(incident.authority) })
            : t(assessment ? 'is-no-breach' : 'presumed-breach')}
        </strong>
      </p>
      {assessment && (
        <>
          <dl className="factors">
            {factors.map((name) => (
              <div key={name}>
                <dt>{t(`factor-${name}`)}</dt>
                <dd>{assessment[name]}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">
            {t('assessed', { name: assessment.assessedBy, when: dates.dayAndTime(assessment.at) })}
          </p>
        </>
      )}
      {mayAssess && !open && (
        <p>
          <LinkButton onClick={() => setOpen(true)}>{t(assessment ? 'assess-again' : 'assess')}</LinkButton>
        </p>
      )}
      {mayAssess && open && <AssessForm incidentId={incident.id} onDone={() => setOpen(false)} />}
    </>
  );
}

function AssessForm({ incidentId, onDone }: { incidentId: string; onDone: () => void }) {
  const t = useText(deskDeterminationText);
  const assess = useAct(assessBreach);
  const [said, setSaid] = useState(empty);
  const [low, setLow] = useState<'low' | 'not-low'>('not-low');
  const [tried, setTried] = useState(false);
  const act = async () => {
    setTried(true);
    if (factors.some((name) => said[name].trim().length < 3)) return;
    if ((await assess.act({ incidentId, ...said, lowProbability: low === 'low' })) !== undefined) onDone();
  };
  return (
    <div className="form determination-form">
      {factors.map((name) => (
        <TextArea
          key={name}
          label={t(`factor-${name}`)}
          help={t(`factor-${name}-help`)}
          value={said[name]}
          onChange={(value) => setSaid({ ...said, [name]: value })}
          problem={tried && said[name].trim().length < 3 ? t('need-words') : fieldProblem(assess.problem, `/${name}`)}
        />
      ))}
      <RadioTiles
        legend={t('probability')}
        value={low}
        onChange={setLow}
        choices={[
          { value: 'not-low', label: t('probability-not-low'), help: t('probability-not-low-help') },
          { value: 'low', label: t('probability-low'), help: t('probability-low-help') },
        ]}
      />
      <Refusal problem={assess.problem} />
      <p className="button-row">
        <Button busy={assess.busy ? t('saving') : undefined} onClick={() => void act()}>
          {t('record-assessment')}
        </Button>
        <LinkButton onClick={onDone}>{t('cancel')}</LinkButton>
      </p>
    </div>
  );
}
