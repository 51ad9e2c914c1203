import { keepScan, openScan } from '@echoback/server/contract';
import { useRef, useState } from 'react';
import { addressOf, type Trouble, upload } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { Link } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { deskIntakeText } from '../../locales/desk-intake.ts';
import { useText } from '../../locales/use-text.tsx';

type Kept = { scanId: string; mediaType: string };

/** The page beside the form while it is typed. A picture stands here; a PDF opens in its own window, in the browser's viewer. */
export function ScanPane({ onKept }: { onKept: (scanId: string) => void }) {
  const t = useText(deskIntakeText);
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [kept, setKept] = useState<Kept>();
  const [problem, setProblem] = useState<Trouble>();
  const send = async (file: File) => {
    setBusy(true);
    setProblem(undefined);
    const answer = await upload(keepScan, {}, file);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.problem);
    setKept(answer.value);
    onKept(answer.value.scanId);
  };
  const address = kept && addressOf(openScan, { scanId: kept.scanId });
  return (
    <section className="intake-scan stack" aria-label={t('scan')}>
      <input
        ref={input}
        type="file"
        accept="application/pdf,image/jpeg,image/png"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={t('attach-scan')}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void send(file);
        }}
      />
      <Button look="second" busy={busy ? t('attaching') : undefined} onClick={() => input.current?.click()}>
        {t('attach-scan')}
      </Button>
      <Problem problem={problem} />
      {kept && address && (
        <>
          <p role="status">{t('scan-kept')}</p>
          {kept.mediaType !== 'application/pdf' && <img className="intake-page" src={address} alt={t('scan')} />}
          <p>
            <Link href={address} newTab>
              {t('open-scan')}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}
