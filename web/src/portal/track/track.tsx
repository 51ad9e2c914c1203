import { readMyAuthority, signOut, trackRequest } from '@echoback/server/contract';
import { Navigate, useNavigate } from 'react-router';
import { ButtonLink } from '../../design-system/button.tsx';
import { Link, LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useFacility } from '../../facility.tsx';
import { determinationText } from '../../locales/determination.ts';
import { portalText } from '../../locales/portal.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { PortalPage } from '../portal-page.tsx';
import { Asked } from './asked.tsx';
import { Authority } from './authority.tsx';
import { Denials } from './denials.tsx';
import { DueCard } from './due-card.tsx';
import { FeeChange } from './fee-change.tsx';
import { FormChoice } from './form-choice.tsx';
import { Happened, Letters } from './happened.tsx';
import { IdentityCode } from './identity-code.tsx';
import { MailWarning } from './mail-warning.tsx';
import { Question } from './question.tsx';
import { Standing } from './standing.tsx';
import { Visit } from './visit.tsx';
import { Ways } from './ways.tsx';
import { pollEvery, whereItStands } from './where-it-stands.ts';

export function Track() {
  const determinations = useText(determinationText);
  const t = useText(portalText);
  const facility = useFacility();
  const { value: request, problem, again } = useRead(trackRequest, {}, { every: pollEvery });
  const mine = useRead(readMyAuthority, {}, { when: request !== undefined && !request.closed });
  if (problem?.code === 'not-signed-in') return <Navigate replace to="/sign-in" />;
  if (!request)
    return (
      <PortalPage title={t('your-request')}>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('track-loading')} />}
      </PortalPage>
    );
  const stands = whereItStands(request, mine.value);
  return (
    <PortalPage title={t('your-request')}>
      <Standing request={request} stands={stands} />
      {problem && <Problem problem={problem} onAgain={again} />}
      {stands.typesCode && <IdentityCode />}
      {stands.opens && (
        <ButtonLink to="/pictures" wide>
          {t(stands.opens)}
        </ButtonLink>
      )}
      {stands.open && (
        <>
          <Question question={request.question} />
          {request.visit && <Visit visit={request.visit} />}
          {request.formChoices.map((offer) => (
            <FormChoice key={offer.id} offer={offer} />
          ))}
          {request.mailWarnings.map((warning) => (
            <MailWarning key={warning.askedDeliveryId} warning={warning} />
          ))}
          {request.feeChange && <FeeChange change={request.feeChange} />}
          <Authority mine={mine.value} onSent={mine.again} />
        </>
      )}
      {stands.isDue && <DueCard request={request} />}
      <Denials request={request} />
      <Asked request={request} />
      <Ways request={request} />
      <Letters request={request} />
      <Happened request={request} />
      <section>
        <h2>{t('office-title')}</h2>
        <p>{t('office-words', { office: facility.officeName, phone: facility.phone, email: facility.email })}</p>
      </section>
      {request.mayWithdraw && (
        <p className="small">
          <Link to="/request/withdraw">{determinations('withdraw-link')}</Link>
        </p>
      )}
      <SignOut />
    </PortalPage>
  );
}

function SignOut() {
  const t = useText(portalText);
  const navigate = useNavigate();
  const leaving = useAct(signOut);
  const leave = async () => {
    if ((await leaving.act({})) !== undefined) void navigate('/');
  };
  return (
    <p>
      <LinkButton onClick={() => void leave()}>{t('sign-out')}</LinkButton>
    </p>
  );
}
