import { readLetter, readLetterPage } from '@echoback/server/contract';
import { Navigate, useParams } from 'react-router';
import { addressOf } from '../../client.ts';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { LetterView } from '../../letters/letter-view.tsx';
import { determinationText } from '../../locales/determination.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { PortalPage } from '../portal-page.tsx';

/** A letter to be read on a phone, with its PDF beside it; the title of the page names nobody. */
export function Letter() {
  const t = useText(determinationText);
  const { letterId = '' } = useParams();
  const letter = useRead(readLetterPage, { letterId });
  if (letter.problem?.code === 'not-signed-in') return <Navigate replace to="/sign-in" />;
  return (
    <PortalPage title={letter.value?.title ?? t('letter-loading')}>
      <p>
        <Link to="/request" back>
          {t('back')}
        </Link>
      </p>
      {letter.value ? (
        <>
          <LetterView letter={letter.value} level={1} />
          <p>
            <Link href={addressOf(readLetter, { letterId })} newTab>
              {t('letter-pdf')}
            </Link>
          </p>
        </>
      ) : letter.problem ? (
        <Problem problem={letter.problem} onAgain={letter.again} />
      ) : (
        <Loading words={t('letter-loading')} />
      )}
    </PortalPage>
  );
}
