import { stage } from '@echoback/server/contract';
import { StageArcs } from '../../design-system/stage-arcs.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import type { DateWords } from '../../locales/dates.ts';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Tracked } from './track.tsx';

/** Ends without a copy: there are no stages to draw. */
const ended: readonly Tracked['headline'][] = [
  'none-found',
  'none-to-give',
  'not-maintained',
  'denied',
  'withdrawn',
  'not-theirs',
];

/** What only the person can do now, beside showing who they are. */
type Asked = 'papers' | 'directive' | 'fee' | 'form' | 'question' | 'visit' | undefined;

/** Where things stand and who must do what, before anything else; then the same as arcs going deeper. */
export function Standing({ request, asked }: { request: Tracked; asked: Asked }) {
  const t = useText(portalText);
  const facility = useFacility();
  const { dayAt } = useDates();
  const names = { facility: facility.name };
  const { headline } = request;
  const here = stage.options.indexOf(request.stage);
  const state = (index: number) => {
    if (index < here || (index === here && isGiven(request))) return 'done';
    return index === here ? 'here' : 'ahead';
  };
  return (
    <>
      <p className="track-reference">
        {t('your-request')} <span className="mono">{request.reference}</span>
      </p>
      <PageTitle>{t(`now-${headline}`, names)}</PageTitle>
      <p aria-live="polite">
        {t(
          headline === 'received' && request.identity.proved ? 'now-received-next-proved' : `now-${headline}-next`,
          names,
        )}{' '}
        <strong>{todo(request, asked, t, facility, dayAt)}</strong>
      </p>
      {!ended.includes(headline) && (
        <StageArcs
          label={t('stages')}
          stages={stage.options.map((name, index) => ({
            label: t(`stage-${name}`),
            state: state(index),
            stateWords: t(`stage-state-${state(index)}`),
          }))}
        />
      )}
    </>
  );
}

/** A part that was given is not all of it: the rest is where it is. */
function isGiven({ closed, releaseReady, headline }: Tracked): boolean {
  return closed || (releaseReady && headline !== 'part-ready');
}

function todo(
  { headline, identity, visit, waits }: Tracked,
  asked: Asked,
  t: ReturnType<typeof useText<(typeof portalText)['en']>>,
  facility: { phone: string; officeName: string },
  dayAt: DateWords['dayAt'],
): string {
  if (headline === 'prove-identity')
    return identity.codeSent
      ? t('do-type-code')
      : t('do-show-id', { phone: facility.phone, office: facility.officeName });
  if (headline === 'ready' || headline === 'part-ready') {
    if (visit?.is === 'chosen') return t('do-come', { when: dayAt(visit.time) });
    return t(asked === 'visit' ? 'do-visit' : 'do-look');
  }
  if (headline === 'none-found' || headline === 'none-to-give' || headline === 'not-maintained')
    return t('do-more-clues', { phone: facility.phone });
  // What is still to be shown is asked for later, by the office.
  return t(asked ? `do-${asked}` : waits.length > 0 ? 'nothing-to-do-yet' : 'nothing-to-do');
}
