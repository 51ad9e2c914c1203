import { recordIdentityProof, sendIdentityCode } from '@echoback/server/contract';
import { useState } from 'react';
import { ButtonLink } from '../../design-system/button.tsx';
import { TextArea } from '../../design-system/field.tsx';
import { fieldProblem, Problem } from '../../design-system/problem.tsx';
import { type Choice, RadioTiles } from '../../design-system/radio-tiles.tsx';
import { useDates, useFacility } from '../../facility.tsx';
import { deskFileText } from '../../locales/desk-file.ts';
import type { Text } from '../../locales/text.ts';
import { useText } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';
import type { RequestFile } from '../request-file.ts';
import { useGoOn } from '../use-go-on.ts';
import { maskContact } from './mask-contact.ts';
import { NotShown } from './not-shown.tsx';
import { RequestLayout } from './request-layout.tsx';

const shown = ['photo-id', 'in-person'] as const;

/** "Is it her?": a code to a contact that was on file before anybody asked, or papers that somebody looks at. */
export function ProveIdentity({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  const goOn = useGoOn();
  const send = useAct(sendIdentityCode);
  const record = useAct(recordIdentityProof);
  const needsPapers = file.identity.proved && file.next.step === 'prove-identity';
  const choices = useChoices(file, needsPapers);
  const [way, setWay] = useState(choices[0]?.value ?? 'photo-id');
  const [evidence, setEvidence] = useState('');
  const [tried, setTried] = useState(false);
  const method = shown.find((known) => known === way);
  const tooShort = evidence.trim().length < 3;
  const act = async () => {
    setTried(true);
    if (!method) {
      await send.act({ requestId: file.id, contactId: way });
      return;
    }
    if (tooShort) return;
    const done = await record.act({ requestId: file.id, method, evidence: evidence.trim() });
    if (done !== undefined) goOn();
  };
  if (!file.patient) return <PatientFirst file={file} />;
  const sent = send.busy ? t('sending-code') : undefined;
  return (
    <RequestLayout
      file={file}
      place="identity"
      title={titleOf(t, file, needsPapers)}
      subtitle={<Standing file={file} needsPapers={needsPapers} />}
      primary={{
        label: method ? t('record-proof') : t(file.identity.codeSentAt ? 'send-code-again' : 'send-code'),
        act: () => void act(),
        busy: record.busy ? t('saving') : sent,
      }}
      beside={
        <>
          <Problem problem={send.problem ?? record.problem} />
          {!file.identity.proved && <NotShown file={file} />}
        </>
      }
    >
      <RadioTiles
        legend={t('how-proved')}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          send.forget();
          record.forget();
        }}
        choices={choices}
      />
      {method && (
        <TextArea
          label={t(`evidence-${method}`)}
          help={t('evidence-help')}
          value={evidence}
          onChange={setEvidence}
          problem={tried && tooShort ? t('need-evidence') : fieldProblem(record.problem, '/evidence')}
        />
      )}
    </RequestLayout>
  );
}

function useChoices(file: RequestFile, needsPapers: boolean): Choice<string>[] {
  const t = useText(deskFileText);
  const dates = useDates();
  const { demo } = useFacility();
  // Without a text message service a code reaches only e-mail; the demo shows both on its own page.
  const contacts = (file.patient?.contacts ?? []).filter(({ kind }) => kind === 'email' || demo);
  return [
    ...(needsPapers
      ? []
      : contacts.map((contact) => ({
          value: contact.id,
          label: t(`code-to-${contact.kind}`, { contact: maskContact(contact.kind, contact.value) }),
          help: t('held-since', { day: dates.shortDay(dates.dayOf(contact.heldSince)) }),
        }))),
    { value: 'photo-id', label: t('way-photo-id'), help: t('way-photo-id-help') },
    { value: 'in-person', label: t('way-in-person'), help: t('way-in-person-help') },
  ];
}

function Standing({ file, needsPapers }: { file: RequestFile; needsPapers: boolean }) {
  const t = useText(deskFileText);
  const dates = useDates();
  if (needsPapers) return t('papers-help', { name: file.asked.requesterName });
  if (file.identity.proved) return t('proved-already');
  if (file.identity.codeSentAt) return t('awaiting-code', { when: dates.dayAndTime(file.identity.codeSentAt) });
  return t('is-it-help');
}

function titleOf(t: Text<typeof deskFileText.en>, file: RequestFile, needsPapers: boolean) {
  if (needsPapers) return t('may-they-ask');
  if (file.identity.proved) return t('identity-is-proved');
  if (file.next.step === 'await-identity-code') return t('waiting-for-code');
  if (file.asked.requesterIs !== 'self') return t('is-it-them', { name: file.asked.requesterName });
  const sex = file.patient?.sex;
  return t(sex === 'F' ? 'is-it-her' : sex === 'M' ? 'is-it-him' : 'is-it-patient');
}

function PatientFirst({ file }: { file: RequestFile }) {
  const t = useText(deskFileText);
  return (
    <RequestLayout file={file} place="identity" title={t('patient-first')} subtitle={t('patient-first-help')}>
      <p>
        <ButtonLink look="second" to="?at=patient">
          {t('choose-the-patient')}
        </ButtonLink>
      </p>
    </RequestLayout>
  );
}
