import type { openDraft } from '@echoback/server/contract';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { useDates } from '../../facility.tsx';
import { PageTitle } from '../../frame.tsx';
import { askText } from '../../locales/ask.ts';
import { useText } from '../../locales/use-text.tsx';
import { PortalPage } from '../portal-page.tsx';

/** Answers were saved for this mailbox before: theirs to go on with, or to leave. */
export function FoundDraft({
  opened,
  onTakeUp,
  onAnew,
}: {
  opened: NonNullable<OutputOf<typeof openDraft>['opened']>;
  onTakeUp: () => void;
  onAnew: () => void;
}) {
  const t = useText(askText);
  const dates = useDates();
  return (
    <PortalPage title={t('title')}>
      <PageTitle>{t('found-title')}</PageTitle>
      <p>{t('found-words', { when: dates.dayAndTime(opened.savedAt) })}</p>
      <div className="home-ways">
        <Button wide onClick={onTakeUp}>
          {t('found-go-on')}
        </Button>
        <Button wide look="second" onClick={onAnew}>
          {t('found-anew')}
        </Button>
      </div>
      <p className="page-help">{t('found-anew-help')}</p>
    </PortalPage>
  );
}
