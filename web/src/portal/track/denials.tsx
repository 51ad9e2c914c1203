import { askReview } from '@echoback/server/contract';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { determinationText } from '../../locales/determination.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Tracked } from './where-it-stands.ts';

/** What was denied, and the right to a second look where the law gives one: 45 CFR 164.524(a)(4). */
export function Denials({ request }: { request: Tracked }) {
  const t = useText(determinationText);
  if (request.denials.length === 0) return null;
  return (
    <section>
      <h2>{t('denied-title')}</h2>
      <p>{t('denied-lead')}</p>
      {request.denials.map((denial) => (
        <Denied key={denial.id} denial={denial} />
      ))}
    </section>
  );
}

function Denied({ denial }: { denial: Tracked['denials'][number] }) {
  const t = useText(determinationText);
  const asking = useAct(askReview);
  if (denial.review) return <p>{t(`review-${denial.review}`)}</p>;
  if (!denial.mayAskReview) return <p>{t('no-review')}</p>;
  return (
    <>
      <p>{t('review-help')}</p>
      <Button
        look="second"
        wide
        busy={asking.busy ? t('asking-review') : undefined}
        onClick={() => void asking.act({ denialId: denial.id })}
      >
        {t('ask-review')}
      </Button>
      <Problem problem={asking.problem} />
    </>
  );
}
