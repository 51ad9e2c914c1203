import { withdrawRequest } from '@echoback/server/contract';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { PageTitle } from '../../frame.tsx';
import { determinationText } from '../../locales/determination.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { PortalPage } from '../portal-page.tsx';

/** One page that asks once: only the person takes a request back, and only by saying so. */
export function Withdraw() {
  const t = useText(determinationText);
  const navigate = useNavigate();
  const withdrawing = useAct(withdrawRequest);
  const act = async () => {
    if ((await withdrawing.act({})) !== undefined) void navigate('/request');
  };
  return (
    <PortalPage title={t('withdraw-title')}>
      <PageTitle>{t('withdraw-title')}</PageTitle>
      <p>{t('withdraw-lead')}</p>
      <p>{t('withdraw-given')}</p>
      <p>{t('withdraw-again')}</p>
      <Problem problem={withdrawing.problem} />
      <div className="home-ways">
        <Button wide busy={withdrawing.busy ? t('withdrawing') : undefined} onClick={() => void act()}>
          {t('withdraw-act')}
        </Button>
        <ButtonLink to="/request" look="second" wide>
          {t('withdraw-keep')}
        </ButtonLink>
      </div>
    </PortalPage>
  );
}
