import { readWording, recordLanguageReview } from '@echoback/server/contract';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { OutputOf } from '../../client.ts';
import { Button } from '../../design-system/button.tsx';
import { TextField } from '../../design-system/field.tsx';
import { Link, LinkButton } from '../../design-system/link.tsx';
import { Problem } from '../../design-system/problem.tsx';
import { Loading } from '../../design-system/surface.tsx';
import { LetterPartView } from '../../letters/letter-view.tsx';
import { deskPolicyText } from '../../locales/desk-policy.ts';
import { letterName, letterText } from '../../locales/letter.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct, useRead } from '../../use-endpoint.ts';
import { inOrder } from '../../viewer/in-order.ts';
import { useStaff } from '../signed-in.tsx';
import { SettingsPage } from './settings-page.tsx';

type Wording = OutputOf<typeof readWording>;

/** All that letters of one kind can say, for whoever signs that the Spanish says the same: 45 CFR 92.201(c)(3). */
export function WordingPage() {
  const t = useText(deskPolicyText);
  const names = useText(letterText);
  const { letter = '' } = useParams();
  const wording = useRead(readWording, { letter });
  const mayRecord = useStaff().role === 'admin';
  return (
    <SettingsPage title={`${names(letterName(letter))} (${letter})`}>
      <p className="wording-back">
        <Link to="/desk/settings/letters">{t('all-wordings')}</Link>
      </p>
      <Problem problem={wording.problem} onAgain={wording.again} />
      {wording.loading && <Loading words={t('reading')} />}
      {wording.value && (
        <>
          <p>
            {t('language-es')} · {t(`standing-${wording.value.standing}`)}{' '}
            <span className="small quiet mono">{t('version', { version: wording.value.version })}</span>
          </p>
          <p className="quiet">{t('wording-help')}</p>
          <p className="wording-print">
            <LinkButton onClick={() => window.print()}>{t('print-wording')}</LinkButton>
          </p>
          <Example {...wording.value.example} />
          {wording.value.sections.map((section) => (
            <Sentences key={section.id} {...section} />
          ))}
          {mayRecord && wording.value.standing !== 'reviewed' && <ReviewForm {...wording.value} />}
        </>
      )}
    </SettingsPage>
  );
}

function Example({ en, es }: Wording['example']) {
  const t = useText(deskPolicyText);
  return (
    <section>
      <h2>{t('wording-example')}</h2>
      <div className="wording-example">
        {[en, es].map((part) => (
          <div key={part.language} className="letter">
            <LetterPartView part={part} level={2} />
          </div>
        ))}
      </div>
    </section>
  );
}

function Sentences({ id, sentences }: Wording['sections'][number]) {
  const t = useText(deskPolicyText);
  return (
    <section>
      <h2>{t(`wording-${id}`)}</h2>
      <table className="plain-table wording-table">
        <thead>
          <tr>
            <th scope="col">{t('language-en')}</th>
            <th scope="col">{t('language-es')}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(sentences).map(({ place, one }) => (
            <tr key={place}>
              <td lang="en">
                <Filled sentence={one.en} />
              </td>
              <td lang="es">
                <Filled sentence={one.es} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What each letter fills in for itself is told apart from the words around it. */
function Filled({ sentence }: { sentence: string }) {
  return inOrder(sentence.split(/(\{[\w-]+\})/)).map(({ place, one }) =>
    one.startsWith('{') ? (
      <span key={place} className="mono quiet">
        {one}
      </span>
    ) : (
      one
    ),
  );
}

/** A review is of the very version that stands above it on this page. */
function ReviewForm({ letter, version }: Pick<Wording, 'letter' | 'version'>) {
  const t = useText(deskPolicyText);
  const { act, busy, problem } = useAct(recordLanguageReview);
  const [reviewedBy, setReviewedBy] = useState('');
  const [qualification, setQualification] = useState('');
  const [tried, setTried] = useState(false);
  const record = async () => {
    setTried(true);
    if (!reviewedBy.trim() || !qualification.trim()) return;
    await act({ letter, language: 'es', version, reviewedBy, qualification });
  };
  return (
    <section className="stack wording-review">
      <h2>{t('record-review')}</h2>
      <TextField
        label={t('reviewed-by')}
        value={reviewedBy}
        onChange={setReviewedBy}
        autoComplete="off"
        problem={tried && !reviewedBy.trim() ? t('need-text') : undefined}
      />
      <TextField
        label={t('qualification')}
        help={t('qualification-help')}
        value={qualification}
        onChange={setQualification}
        autoComplete="off"
        problem={tried && !qualification.trim() ? t('need-text') : undefined}
      />
      <Problem problem={problem} />
      <p className="button-row">
        <Button busy={busy ? t('saving') : undefined} onClick={() => void record()}>
          {t('record-it')}
        </Button>
      </p>
    </section>
  );
}
