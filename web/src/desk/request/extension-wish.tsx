import { agreeExtension, openExtensionLetter, sendExtension } from '@echoback/server/contract';
import { useState } from 'react';
import { addressOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { extensionText } from '../../locales/extension.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';
import type { RequestFile } from '../request-file.ts';
import { useStaff } from '../signed-in.tsx';
import type { Extension } from './extension.ts';
import { ExtensionForm } from './extension-form.tsx';
import { RequestLayout } from './request-layout.tsx';
import '../../letters/letter-view.css';

type Wish = NonNullable<Extension['wish']>;

/** The letter as it would go out today, before anybody sends it. */
export function ExtensionWish({ file, wish, extension }: { file: RequestFile; wish: Wish; extension: Extension }) {
  const t = useText(extensionText);
  const staff = useStaff();
  const send = useAct(sendExtension);
  const agree = useAct(agreeExtension);
  const [anew, setAnew] = useState(false);
  const deed = { requestId: file.id, wishId: wish.id };
  const by = extension.byPortal ? 'portal' : 'post';
  if (anew) return <ExtensionForm file={file} extension={extension} />;
  const asks = staff.role === 'supervisor' && !wish.agreedBy && wish.cause === 'backlog';
  return (
    <RequestLayout
      file={file}
      place="exams"
      title={t('title-wish')}
      subtitle={wish.needsSupervisor ? t('wait-supervisor') : undefined}
      primary={{
        label: t(by === 'portal' ? 'send' : 'posted'),
        act: () => void send.act({ ...deed, by }),
        busy: send.busy ? t('saving') : undefined,
        blocked: wish.needsSupervisor ? t('wait-supervisor') : undefined,
      }}
      beside={
        <>
          <Problem problem={send.problem ?? agree.problem} />
          {asks && (
            <Button look="second" wide onClick={() => void agree.act(deed)}>
              {t('agree')}
            </Button>
          )}
          {by === 'portal' && !wish.needsSupervisor && (
            <Button look="second" wide onClick={() => void send.act({ ...deed, by: 'post' })}>
              {t('posted')}
            </Button>
          )}
          <p className="small quiet">{t('posted-help')}</p>
          <Button look="second" wide onClick={() => setAnew(true)}>
            {t('again')}
          </Button>
        </>
      }
    >
      {wish.letter && (
        <article className="letter" lang={wish.letter.language}>
          <h2>{wish.letter.title}</h2>
          {inOrder(wish.letter.parts).map(({ place, one }) =>
            one.heading ? <h3 key={place}>{one.text}</h3> : <p key={place}>{one.text}</p>,
          )}
        </article>
      )}
      <p>
        <Link href={addressOf(openExtensionLetter, { requestId: file.id })} newTab>
          {t('print')}
        </Link>
      </p>
    </RequestLayout>
  );
}
