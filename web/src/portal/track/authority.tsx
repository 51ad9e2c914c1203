import { sendPaper, signDirective } from '@echoback/server/contract';
import { useState } from 'react';
import { type Trouble, upload } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { FileButton } from '../../design-system/file-button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Card } from '../../design-system/surface.tsx';
import { authorityText } from '../../locales/authority.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { OtherCopy, ToldPasscode } from './other-copy.tsx';
import { type Mine, toChoose, toComplete } from './where-it-stands.ts';

/** What is still to be shown, with the papers that would do before any file is asked for; and what a directive lacks. */
export function Authority({ mine, onSent }: { mine: Mine | undefined; onSent: () => void }) {
  const [told, setTold] = useState<{ name: string; passcode: string }>();
  if (!mine) return null;
  return (
    <>
      {told && <ToldPasscode name={told.name} passcode={told.passcode} />}
      {toChoose(mine).map((directive) => (
        <OtherCopy key={directive.askedDeliveryId} directive={directive} onLink={setTold} />
      ))}
      {mine.requesterIs !== 'self' && !mine.shown && <Papers mine={mine} onSent={onSent} />}
      {toComplete(mine).map((directive) => (
        <Complete key={directive.askedDeliveryId} directive={directive} />
      ))}
    </>
  );
}

const named = [
  'birth-certificate',
  'custody-order',
  'health-care-power-of-attorney',
  'guardianship',
  'conservatorship',
  'letters-testamentary',
  'letters-of-administration',
  'small-estate-affidavit',
] as const;

function Papers({ mine, onSent }: { mine: Mine; onSent: () => void }) {
  const t = useText(authorityText);
  const [problem, setProblem] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const wouldDo = mine.papersThatWouldDo.map((name) => name.replaceAll(' ', '-'));
  const papers = named.filter((name) => wouldDo.includes(name));
  const send = async (file: File) => {
    setBusy(true);
    const sent = await upload(sendPaper, {}, file);
    setBusy(false);
    setProblem(sent.ok ? undefined : sent.problem);
    if (sent.ok) onSent();
  };
  return (
    <Card tone="asking">
      <h2>{t('papers-title')}</h2>
      <p>{t('papers-help')}</p>
      <ul className="paper-names">
        {papers.map((name) => (
          <li key={name}>{t(`paper-${name}`)}</li>
        ))}
      </ul>
      <p className="page-help">{t('papers-easy')}</p>
      {mine.papers.length > 0 && <p role="status">{t('have-papers', { count: mine.papers.length })}</p>}
      <FileButton
        label={t('choose-file')}
        accept="application/pdf,image/jpeg,image/png"
        busy={busy ? t('sending') : undefined}
        onFile={(file) => void send(file)}
      />
      <Problem problem={problem} />
    </Card>
  );
}

function Complete({ directive }: { directive: Mine['directives'][number] }) {
  const t = useText(authorityText);
  const act = useAct(signDirective);
  const [signedName, setSignedName] = useState('');
  const lacks = (name: string) => directive.lacks.some((one) => one.name === name);
  const isUnsigned = lacks('signature');
  const [recipientName, setRecipientName] = useState('');
  const [recipientEmail, setRecipientEmail] = useState('');
  const sign = () =>
    void act.act({
      directiveId: directive.directiveId ?? '',
      signedName,
      ...(recipientName ? { recipientName } : {}),
      ...(recipientEmail ? { recipientEmail } : {}),
    });
  return (
    <Card tone="asking">
      <h2>{t(isUnsigned ? 'sign-title' : 'complete-title')}</h2>
      <p>{t(isUnsigned ? 'sign-help' : 'complete-help', { name: directive.recipientName ?? t('somebody') })}</p>
      {lacks('who receives it') && (
        <TextField label={t('recipient-name')} value={recipientName} onChange={setRecipientName} maxLength={120} />
      )}
      {lacks('where to send it') && (
        <TextField
          label={t('recipient-email')}
          type="email"
          value={recipientEmail}
          onChange={setRecipientEmail}
          maxLength={254}
        />
      )}
      <TextField
        label={t('signed-name')}
        value={signedName}
        onChange={setSignedName}
        autoComplete="name"
        maxLength={120}
      />
      <Problem problem={act.problem} />
      <Button wide busy={act.busy ? t('sending') : undefined} onClick={sign}>
        {t(isUnsigned ? 'sign' : 'complete')}
      </Button>
    </Card>
  );
}
