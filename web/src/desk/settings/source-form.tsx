import { addImageSource, updateImageSource } from '@echoback/server/contract';
import { type FormEvent, useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { Source } from './source.ts';

/** A PACS by its DICOMweb address. */
export function SourceForm({ source, onDone }: { source?: Source; onDone: () => void }) {
  const t = useText(deskSetupText);
  const add = useAct(addImageSource);
  const update = useAct(updateImageSource);
  const problem = add.problem ?? update.problem;
  const [name, setName] = useState(source?.name ?? '');
  const [baseUrl, setBaseUrl] = useState(source?.baseUrl ?? '');
  const [tried, setTried] = useState(false);
  const addressWrong = !/^https?:\/\/\S+$/.test(baseUrl.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!name.trim() || addressWrong) return;
    const typed = { name: name.trim(), baseUrl: baseUrl.trim() };
    const done = source
      ? await update.act({ imageSourceId: source.id, enabled: source.enabled, ...typed })
      : await add.act(typed);
    if (done !== undefined) onDone();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h3>{t(source ? 'edit-source' : 'add-source')}</h3>
      <TextField
        label={t('source-name')}
        help={t('source-name-help')}
        value={name}
        onChange={setName}
        maxLength={80}
        problem={tried && !name.trim() ? t('need-source-name') : fieldProblem(problem, '/name')}
      />
      <TextField
        label={t('source-address')}
        help={t('source-address-help')}
        type="url"
        inputMode="url"
        value={baseUrl}
        onChange={setBaseUrl}
        spellCheck={false}
        problem={tried && addressWrong ? t('need-source-address') : fieldProblem(problem, '/baseUrl')}
      />
      <Problem problem={problem} />
      <p className="button-row">
        <Button type="submit" keyHint="⏎" busy={add.busy || update.busy ? t('saving') : undefined}>
          {t('save')}
        </Button>
        <LinkButton onClick={onDone}>{t('cancel')}</LinkButton>
      </p>
    </form>
  );
}
