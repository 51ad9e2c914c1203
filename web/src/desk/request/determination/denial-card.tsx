import { decideDenial, decideReview, openDeskLetter, recordReview } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../../../client.ts';
import { Button } from '../../../design-system/button.tsx';
import { TextArea } from '../../../design-system/field.tsx';
import { Link, LinkButton } from '../../../design-system/link.tsx';
import { useDates, useFacility } from '../../../facility.tsx';
import { deskDeterminationText } from '../../../locales/desk-determination.ts';
import { useText } from '../../../locales/use-text.tsx';
import { useAct } from '../../../use-endpoint.ts';
import type { DecidedExam } from './determinations.ts';
import { Refusal } from './refusal.tsx';
import { Why } from './why.tsx';

type Denial = DecidedExam['denials'][number];

/** One denial from its proposal to its review; whoever may decide does so here. */
export function DenialCard({ denial }: { denial: Denial }) {
  const t = useText(deskDeterminationText);
  const dates = useDates();
  const decide = useAct(decideDenial);
  const { ground, withheld, state } = denial;
  const act = (deny: boolean) => void decide.act({ denialId: denial.id, deny });
  return (
    <section className="card denial" aria-label={t(`denial-${state}`, { ground, withheld })}>
      <h2 className="choice-title">{t(`denial-${state}`, { ground, withheld })}</h2>
      <p>{denial.basis}</p>
      <p className="small quiet">
        {t('proposed-by', { name: denial.proposedBy, when: dates.dayAndTime(denial.proposedAt) })}{' '}
        {denial.decidedBy &&
          denial.decidedAt &&
          t('decided-by', { name: denial.decidedBy, when: dates.dayAndTime(denial.decidedAt) })}{' '}
        {denial.withheldFiles > 0 && t('files-apart', { count: denial.withheldFiles })}
      </p>
      <p className="small">
        {t(`hand-${denial.hand}`)} {t(denial.reviewable ? 'reviewable' : 'not-reviewable')}
      </p>
      {denial.accessHasReturned ? (
        <p className="lacks">{t('access-returned')}</p>
      ) : (
        denial.accessReturnsOn && <p>{t('access-returns', { day: dates.day(denial.accessReturnsOn) })}</p>
      )}
      {denial.letterId && (
        <p>
          <Link href={addressOf(openDeskLetter, { letterId: denial.letterId })} newTab>
            {t('see-letter')}
          </Link>
        </p>
      )}
      <Why reasons={denial.why} />
      {state === 'proposed' && denial.mayDecide && (
        <div className="denial-acts">
          <Button busy={decide.busy ? t('deciding') : undefined} onClick={() => act(true)}>
            {t('deny-and-send')}
          </Button>
          <Button look="second" onClick={() => act(false)}>
            {t('do-not-deny')}
          </Button>
        </div>
      )}
      <Refusal problem={decide.problem} />
      <Review denial={denial} />
    </section>
  );
}

function Review({ denial }: { denial: Denial }) {
  const t = useText(deskDeterminationText);
  const dates = useDates();
  const facility = useFacility();
  const record = useAct(recordReview);
  const decide = useAct(decideReview);
  const [reasons, setReasons] = useState('');
  const { review, reviewable, state } = denial;
  if (!review) {
    const denied = state === 'denied-in-whole' || state === 'denied-in-part';
    if (!reviewable || !denied) return null;
    return (
      <>
        <LinkButton onClick={() => void record.act({ denialId: denial.id, channel: 'phone', askedOn: facility.today })}>
          {t('record-review')}
        </LinkButton>
        <Refusal problem={record.problem} />
      </>
    );
  }
  if (review.result) {
    const words = { day: review.decidedOn ? dates.day(review.decidedOn) : '–', name: review.reviewer ?? '' };
    return <p>{t(`review-${review.result}`, words)}</p>;
  }
  const act = (result: 'upheld' | 'overturned') => void decide.act({ reviewId: review.id, result, reasons });
  return (
    <>
      <p className="choice-title">
        {t('review-open', { day: dates.day(review.askedOn), until: dates.day(review.decideBy) })}
      </p>
      {review.mayDecide ? (
        <>
          <TextArea label={t('review-reasons')} value={reasons} onChange={setReasons} />
          <div className="denial-acts">
            <Button busy={decide.busy ? t('deciding') : undefined} onClick={() => act('overturned')}>
              {t('overturn')}
            </Button>
            <Button look="second" onClick={() => act('upheld')}>
              {t('uphold')}
            </Button>
          </div>
        </>
      ) : (
        <p className="small quiet">{t('review-not-you', { lacks: review.unfit.map(({ name }) => name).join(', ') })}</p>
      )}
      <Refusal problem={decide.problem} />
    </>
  );
}
