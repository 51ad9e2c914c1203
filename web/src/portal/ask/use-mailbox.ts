import { confirmContact, openDraft, sendContactCode } from '@echoback/server/contract';
import { useState } from 'react';
import type { OutputOf, Trouble } from '../../client.ts';
import { call } from '../../client.ts';
import { useLanguage } from '../../locales/use-text.tsx';
import { useAct } from '../../use-endpoint.ts';

export type Confirmed = OutputOf<typeof openDraft>;

/** A code to a mailbox, and what was saved for it. It proves that the address is theirs, not who they are. */
export function useMailbox() {
  const { language } = useLanguage();
  const sending = useAct(sendContactCode);
  const confirming = useAct(confirmContact);
  const [problem, setProblem] = useState<Trouble>();
  return {
    problem: problem ?? confirming.problem ?? sending.problem,
    sending: sending.busy,
    confirming: confirming.busy,
    forget: () => {
      setProblem(undefined);
      confirming.forget();
    },
    /** Answers the code's id. */
    send: async (email: string): Promise<string | undefined> => {
      setProblem(undefined);
      confirming.forget();
      return (await sending.act({ email, language }))?.codeId;
    },
    /** Answers what was saved for this mailbox, once the code was right. */
    confirm: async (codeId: string, code: string): Promise<Confirmed | undefined> => {
      setProblem(undefined);
      if ((await confirming.act({ codeId, code })) === undefined) return undefined;
      const found = await call(openDraft, { contactCodeId: codeId });
      if (found.ok) return found.value;
      setProblem(found.problem);
      return undefined;
    },
  };
}
