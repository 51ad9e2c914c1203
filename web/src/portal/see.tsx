import {
  downloadPackage,
  downloadSealedPackage,
  openAttachedReport,
  openReleaseFile,
  seeRelease,
} from '@echoback/server/contract';
import { Navigate } from 'react-router';
import { addressOf, call } from '../client.ts';
import { Link } from '../design-system/link.tsx';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { useDates } from '../facility.tsx';
import { portalText } from '../locales/portal.ts';
import { useText } from '../locales/use-text.tsx';
import { useRead } from '../use-endpoint.ts';
import type { ReleaseView } from '../viewer/stage-item.ts';
import { type ReleaseAddresses, StageViewer } from '../viewer/stage-viewer.tsx';
import { ViewerHeader } from '../viewer/viewer-header.tsx';
import { PortalPage } from './portal-page.tsx';
import { PrintRelease } from './print-release.tsx';
import { ShareSafe } from './share-safe.tsx';

const addresses: ReleaseAddresses = {
  file: (item, kind) => addressOf(openReleaseFile, { ordinal: item.ordinal, kind }),
  report: (ordinal) => addressOf(openAttachedReport, { ordinal }),
  package: addressOf(downloadPackage, {}),
  sealed: {
    address: downloadSealedPackage.path,
    look: async () => {
      const answer = await call(seeRelease, {});
      return answer.ok ? undefined : answer.problem;
    },
  },
};
const everyWhilePackingMs = 3_000;

/** The pictures stay as they were asked for; only while the ZIP is still being made is the release read again. */
export function See() {
  const t = useText(portalText);
  const dates = useDates();
  const reading = useRead(seeRelease, {}, { every: (seen) => (seen && !seen.package ? everyWhilePackingMs : false) });
  const { value: release, problem, again } = reading;
  if (problem?.code === 'not-signed-in') return <Navigate replace to="/sign-in" />;
  if (!release)
    return (
      <PortalPage title={t('see-title')}>
        <Link to="/request" back>
          {t('back-to-request')}
        </Link>
        {problem ? <Problem problem={problem} onAgain={again} /> : <Loading words={t('see-loading')} />}
      </PortalPage>
    );
  const nameOf = (exam: ReleaseView['exams'][number]) =>
    exam.studyDate ? `${exam.label}, ${dates.plainDay(exam.studyDate)}` : exam.label;
  return (
    <StageViewer
      release={release}
      addresses={addresses}
      sayWhen={dates.opening}
      examName={nameOf}
      actions={({ shown, items }) => (
        <>
          <PrintRelease />
          <ShareSafe shown={shown} items={items} />
        </>
      )}
      header={(exam, save) => (
        <ViewerHeader
          pageTitle={t('see-title')}
          title={exam.label || t('exam')}
          line={[exam.studyDate && dates.examDay(exam.studyDate), release.patientName].filter(Boolean).join(' · ')}
        >
          <Link to="/request">{t('back-to-request')}</Link>
          {save}
        </ViewerHeader>
      )}
    />
  );
}
