import { useNavigate } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { Link } from '../../design-system/link.tsx';
import { deskCheckText } from '../../locales/desk-check.ts';
import { useLanguage, useText } from '../../locales/use-text.tsx';
import { wordsText } from '../../locales/words.ts';
import { countList } from '../../viewer/counts.ts';
import { DeliveryCard } from '../media/delivery-card.tsx';
import type { RequestFile } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import type { Checking } from './checking.ts';

/** After the approval: what the program does by itself now, until each copy is ready. */
export function GivenPanel({ file, checking }: { file: RequestFile; checking: Checking }) {
  const t = useText(deskCheckText);
  const words = useText(wordsText);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const back = () => void navigate('/desk');
  useKeys({ Enter: back });
  const preparing = file.deliveries.some(({ state }) => state === 'preparing' || state === 'asked');
  const attached = checking.exams.reduce((sum, exam) => sum + exam.attachedReports.length, 0);
  const failed = file.deliveries.some(({ state }) => state === 'failed');
  return (
    <aside className="check-panel" aria-label={t('checks')}>
      <p className="quiet">
        <Link to={`/desk/requests/${file.id}`} back>
          <span className="mono">{file.reference}</span>
        </Link>{' '}
        · {checking.patientName}
      </p>
      <h1 tabIndex={-1}>{t(failed ? 'given-failed' : preparing ? 'given-preparing' : 'given-ready')}</h1>
      <p aria-live="polite">
        {t('given-counts', { given: countList(checking.complete.given, words, language) })}{' '}
        {attached > 0 && t('given-attached', { count: attached })}
      </p>
      {file.deliveries.map((delivery) => (
        <DeliveryCard
          key={delivery.id || delivery.askedDeliveryId}
          delivery={delivery}
          name={checking.patientName}
          closed={file.closed}
          postAt={`/desk/requests/${file.id}`}
        />
      ))}
      <Button wide keyHint="⏎" onClick={back}>
        {t('back-to-worklist')}
      </Button>
    </aside>
  );
}
