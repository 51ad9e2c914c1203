import { StageArcs } from '../../design-system/stage-arcs.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import type { Tracked, WhereItStands } from './where-it-stands.ts';

/** Where things stand and who must do what, before anything else; then the same as arcs going deeper. */
export function Standing({ request, stands }: { request: Tracked; stands: WhereItStands }) {
  const t = useText(portalText);
  const { name, phone, officeName } = useFacility();
  const { dayAt } = useDates();
  const { reference, visit } = request;
  const names = { facility: name };
  const how = { phone, office: officeName, when: visit?.is === 'chosen' ? dayAt(visit.time) : '' };
  return (
    <>
      <p className="track-reference">
        {t('your-request')} <span className="mono">{reference}</span>
      </p>
      <PageTitle>{t(`now-${stands.headline}`, names)}</PageTitle>
      <p aria-live="polite">
        {t(stands.next, names)} <strong>{t(stands.toDo, how)}</strong>
      </p>
      {stands.stages.length > 0 && (
        <StageArcs
          label={t('stages')}
          stages={stands.stages.map(({ name, state }) => ({
            label: t(`stage-${name}`),
            state,
            stateWords: t(`stage-state-${state}`),
          }))}
        />
      )}
    </>
  );
}
