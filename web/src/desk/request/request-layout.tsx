import { type ReactNode, useEffect, useRef } from 'react';
import { Link as RouterLink } from 'react-router';
import { Button } from '../../design-system/button.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import { feeText } from '../../locales/fee.ts';
import { useText } from '../../locales/use-text.tsx';
import { ClockCard } from '../clock.tsx';
import type { RequestFile } from '../request-file.ts';
import { useKeys } from '../use-keys.ts';
import { FileContext } from './file-context.tsx';
import { FormCard } from './form-card.tsx';
import { History } from './history.tsx';
import { IntakeCard } from './intake-card.tsx';
import { Letters } from './letters.tsx';
import { type Place, placeOf, places } from './place.ts';
import { QuestionCard } from './question-card.tsx';
import { TouchlessCard } from './touchless-card.tsx';
import { VisitCard } from './visit-card.tsx';

export type PrimaryAction = {
  label: string;
  act: () => void;
  /** Words while it is being done. */
  busy?: string | undefined;
  /** Why it can not be pressed yet, and what to do first. */
  blocked?: string | undefined;
};

/** The three columns that every decision of a request stands in. The primary button is always in the same place. */
export function RequestLayout({
  file,
  place,
  title,
  subtitle,
  primary,
  beside,
  children,
}: {
  file: RequestFile;
  place: Place;
  title: string;
  subtitle?: ReactNode;
  primary?: PrimaryAction | undefined;
  /** Under the primary button: what else can be done, and what went wrong. */
  beside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <main className="request" id="content" tabIndex={-1}>
      <FileContext file={file} />
      <section className="request-middle">
        <p className="request-who quiet">
          <span className="mono">{file.reference}</span> · {file.asked.patientGivenName} {file.asked.patientFamilyName}
        </p>
        <Places file={file} place={place} />
        <DecisionTitle title={title} />
        {subtitle && <p className="quiet">{subtitle}</p>}
        {children}
      </section>
      <div className="request-action">
        {primary && <Primary action={primary} />}
        {beside}
      </div>
      <aside className="request-record">
        <ClockCard file={file} />
        <QuestionCard file={file} />
        <FormCard file={file} />
        <VisitCard file={file} />
        <TouchlessCard file={file} />
        <IntakeCard requestId={file.id} closed={file.closed} />
        <History file={file} />
        <Letters file={file} />
      </aside>
    </main>
  );
}

/** When the decision changes under the reader's hands, the heading says so: it takes the focus. */
function DecisionTitle({ title }: { title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(title);
  useEffect(() => {
    if (before.current !== title && !document.activeElement?.closest('input, textarea, select'))
      heading.current?.focus({ preventScroll: true });
    before.current = title;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  );
}

function Primary({ action }: { action: PrimaryAction }) {
  const { label, act, busy, blocked } = action;
  const press = blocked || busy ? undefined : act;
  useKeys({ Enter: press, 'mod+Enter': press });
  return (
    <>
      <Button wide keyHint="⏎" busy={busy} disabled={Boolean(blocked)} onClick={act}>
        {label}
      </Button>
      {blocked && <p className="small quiet">{blocked}</p>}
    </>
  );
}

/** The things that a request needs, each with how it stands: staff may look at any of them at any time. */
function Places({ file, place }: { file: RequestFile; place: Place }) {
  const t = useText(deskFileText);
  const fees = useText(feeText);
  const next = placeOf(file);
  const done: Record<Place, boolean> = {
    patient: file.patient !== null,
    identity: file.identity.proved,
    exams: file.examItems.every((item) => ['released', 'delivered', 'closed'].includes(item.state)),
    decisions: false,
    copies: file.deliveries.length > 0 && file.deliveries.every((delivery) => delivery.state === 'delivered'),
    fee: file.work === 'may-begin' && file.feeChange === null,
  };
  return (
    <nav className="places" aria-label={t('steps')}>
      {places.map((each) => (
        <RouterLink
          key={each}
          to={each === next ? '.' : `?at=${each}`}
          replace
          aria-current={each === place ? 'step' : undefined}
          className={done[each] ? 'is-done' : undefined}
        >
          {done[each] && <span aria-hidden="true">✓ </span>}
          {each === 'fee' ? fees('place-fee') : t(`place-${each}`)}
          {done[each] && <span className="visually-hidden"> ({t('done')})</span>}
        </RouterLink>
      ))}
    </nav>
  );
}
