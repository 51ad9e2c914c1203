import { testImageSource, updateImageSource } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Pill } from '../../design-system/surface.tsx';
import { deskSetupText } from '../../locales/desk-setup.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import { failureWords, useFailureText } from '../failure-words.ts';
import { useStaff } from '../signed-in.tsx';
import { ImportStudies } from './import-studies.tsx';
import type { Source } from './source.ts';
import { SourceForm } from './source-form.tsx';

type Steps = OutputOf<typeof testImageSource>['steps'];

/** One source. What a role may not do is not offered; the server decides it all the same. */
export function SourceCard({ source }: { source: Source }) {
  const t = useText(deskSetupText);
  const test = useAct(testImageSource);
  const update = useAct(updateImageSource);
  const { role } = useStaff();
  const mayChange = role === 'admin';
  const [editing, setEditing] = useState(false);
  const [steps, setSteps] = useState<Steps>();
  if (editing) {
    return (
      <div className="card">
        <SourceForm source={source} onDone={() => setEditing(false)} />
      </div>
    );
  }
  const switchTo = (enabled: boolean) =>
    update.act({
      imageSourceId: source.id,
      name: source.name,
      enabled,
      ...(source.baseUrl ? { baseUrl: source.baseUrl } : {}),
    });
  return (
    <div className="card stack source">
      <div className="choice-head">
        <p className="choice-title">
          {source.name}
          <span className="choice-about">{source.baseUrl ?? t('built-in')}</span>
        </p>
        <Pill tone={source.enabled ? 'ok' : 'plain'}>{t(source.enabled ? 'switched-on' : 'switched-off')}</Pill>
      </div>
      {role !== 'clerk' && (
        <p className="button-row">
          <Button
            look="second"
            busy={test.busy ? t('testing') : undefined}
            onClick={async () => setSteps((await test.act({ imageSourceId: source.id }))?.steps)}
          >
            {t('test')}
          </Button>
          {mayChange && source.kind === 'dicomweb' && (
            <LinkButton onClick={() => setEditing(true)}>{t('edit')}</LinkButton>
          )}
          {mayChange && (
            <LinkButton onClick={() => void switchTo(!source.enabled)}>
              {t(source.enabled ? 'switch-off' : 'switch-on')}
            </LinkButton>
          )}
        </p>
      )}
      <Problem problem={test.problem ?? update.problem} />
      {steps && !test.busy && <TestResult steps={steps} />}
      {source.kind === 'archive' && role !== 'clerk' && <ImportStudies />}
    </div>
  );
}

/** Each step that a request will need, in words, with the time it took. */
function TestResult({ steps }: { steps: Steps }) {
  const t = useText(deskSetupText);
  const failures = useFailureText();
  const failed = steps.some(({ ok }) => !ok);
  return (
    <div role="status">
      <ul className="test-steps">
        {steps.map(({ step, ok, failureCode, tookMs }) => (
          <li key={step}>
            <span aria-hidden="true">{ok ? '✓' : '✗'}</span>{' '}
            {ok
              ? t(`test-${step}-ok`, { seconds: Number((Math.max(100, tookMs) / 1000).toFixed(1)) })
              : `${t(`test-${step}-failed`)} ${failureWords(failures, failureCode ?? 'source-refused')}`}
          </li>
        ))}
      </ul>
      <p className="quiet">{t(failed ? 'test-failed' : steps.length < 3 ? 'test-empty' : 'test-passed')}</p>
    </div>
  );
}
