import { listImageSources } from '@echoback/server/contract';
import { useState } from 'react';
import { Button } from '../../design-system/button.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useRead } from '../../use-endpoint.ts';
import { useStaff } from '../signed-in.tsx';
import { SourceCard } from './source-card.tsx';
import { SourceForm } from './source-form.tsx';

/** Where studies live. The server decides who may change it; the screen only says so beforehand. */
export function ImageSources() {
  const t = useText(deskSetupText);
  const { role } = useStaff();
  const list = useRead(listImageSources, {});
  const [adding, setAdding] = useState(false);
  return (
    <section className="stack">
      <div className="page-bar">
        <h2>{t('image-sources')}</h2>
        {!adding && role === 'admin' && (
          <Button look="second" onClick={() => setAdding(true)}>
            {t('add-source')}
          </Button>
        )}
      </div>
      <p className="quiet">
        {t('image-sources-help')} {role !== 'admin' && t('only-admin')}
      </p>
      <Problem problem={list.problem} onAgain={list.again} />
      {list.loading && <Loading words={t('reading-sources')} />}
      {adding && (
        <div className="card">
          <SourceForm onDone={() => setAdding(false)} />
        </div>
      )}
      <ul className="stack">
        {list.value?.rows.map((source) => (
          <li key={source.id}>
            <SourceCard source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
