import { useNavigate } from 'react-router';
import { Empty } from '../../design-system/surface.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { DeliveryCard } from '../media/delivery-card.tsx';
import type { RequestFile } from '../request-file.ts';
import { useAskedWords } from '../use-asked-words.ts';
import { LackingPaper } from './lack-letter.tsx';
import { PaperFaults } from './paper-faults.tsx';
import { PapersForOthers } from './papers-for-others.tsx';
import { type PrimaryAction, RequestLayout } from './request-layout.tsx';
import { TakenBack } from './taken-back.tsx';

/** What became of each copy that was asked for, and what is still to be posted. */
export function Copies({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const navigate = useNavigate();
  const { deliveriesInShort } = useAskedWords();
  const toWorklist: PrimaryAction = { label: t('back-to-worklist'), act: () => void navigate('/desk') };
  const primary: PrimaryAction =
    file.next.step === 'check-pictures'
      ? { label: t('check-pictures'), act: () => void navigate(`/desk/requests/${file.id}/check`) }
      : toWorklist;
  const toSomebodyElse = file.deliveries.some(({ recipient }) => recipient.who === 'third-party');
  return (
    <RequestLayout
      file={file}
      place="copies"
      title={titleOf(t, file)}
      subtitle={t('asked-as', { ways: deliveriesInShort(file.deliveries.map(({ kind }) => kind)) })}
      primary={file.next.step === 'post-media' ? undefined : primary}
      beside={
        toSomebodyElse &&
        !file.closed && (
          <>
            <LackingPaper requestId={file.id} />
            <PaperFaults requestId={file.id} />
            <TakenBack requestId={file.id} />
          </>
        )
      }
    >
      {file.deliveries.length === 0 ? (
        <Empty title={t('no-copies')} />
      ) : (
        file.deliveries.map((delivery) => (
          <DeliveryCard
            key={delivery.id || delivery.askedDeliveryId}
            delivery={delivery}
            name={file.asked.requesterName}
            closed={file.closed}
          />
        ))
      )}
      {toSomebodyElse && <PapersForOthers requestId={file.id} />}
    </RequestLayout>
  );
}

function titleOf(t: Text<typeof deskFileText.en>, file: RequestFile): string {
  if (file.next.step === 'post-media') return t('ready-to-post');
  if (file.deliveries.some(({ state }) => state === 'failed')) return t('copy-failed');
  if (file.deliveries.some(({ state }) => state === 'preparing')) return t('copy-preparing');
  if (file.next.step === 'await-arrival') return t('copy-on-its-way');
  if (file.closed) return t('all-done');
  return file.deliveries.every(({ state }) => state === 'asked') ? t('copies-later') : t('copy-ready');
}
