import { readExtension } from '@echoback/server/contract';
import { Cite } from '../../cite.tsx';
import { ButtonLink } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { useDates } from '../../facility.tsx';
import { extensionText } from '../../locales/extension.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import type { Extension } from './extension.ts';
import { ExtensionForm } from './extension-form.tsx';
import { ExtensionWish } from './extension-wish.tsx';
import { RequestLayout } from './request-layout.tsx';

/** May the due date be moved, by which letter, and if not, by which rule? */
export function ExtensionPage({ file }: { file: RequestFile }) {
  const t = useText(extensionText);
  const extension = useRead(readExtension, { requestId: file.id });
  const { value } = extension;
  if (!value)
    return (
      <RequestLayout file={file} place="exams" title={t('title')}>
        {extension.problem ? (
          <Problem problem={extension.problem} onAgain={extension.again} />
        ) : (
          <Loading words={t('title')} />
        )}
      </RequestLayout>
    );
  if (value.barred || file.closed) return <Barred file={file} extension={value} />;
  if (value.wish) return <ExtensionWish key={value.wish.id} file={file} wish={value.wish} extension={value} />;
  return <ExtensionForm file={file} extension={value} />;
}

function Barred({ file, extension: { barred, sent } }: { file: RequestFile; extension: Extension }) {
  const t = useText(extensionText);
  const dates = useDates();
  const day = barred?.on ? dates.shortDay(barred.on) : '';
  const known = (['already-extended', 'too-late-to-extend', 'no-extension-given'] as const).find(
    (code) => code === barred?.code,
  );
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t(sent ? 'title-sent' : 'title-barred')}
      beside={
        <ButtonLink look="second" to="?">
          {t('back')}
        </ButtonLink>
      }
    >
      {sent && (
        <p>
          {t('sent-on', {
            sent: dates.shortDay(sent.sentOn),
            day: dates.shortDay(sent.promisedOn),
            reason: sent.reason,
          })}
        </p>
      )}
      {barred && <p>{known ? t(`barred-${known}`, { day, law: barred.law ?? '' }) : t('barred-other')}</p>}
      {barred && (
        <p className="small quiet">
          <Cite of={barred.cite} />
        </p>
      )}
    </RequestLayout>
  );
}
