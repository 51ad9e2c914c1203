import { readStaffSession } from '@echoback/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { OutputOf } from '../client.ts';
import { Problem } from '../design-system/problem.tsx';
import { Loading } from '../design-system/surface.tsx';
import { useText } from '../locales/use-text.tsx';
import { wordsText } from '../locales/words.ts';
import { useRead } from '../use-endpoint.ts';
import { SignIn } from './sign-in.tsx';
import { useIdle } from './use-idle.ts';

export type Staff = OutputOf<typeof readStaffSession>;
const StaffContext = createContext<Staff | undefined>(undefined);

/**
 * Shows the desk to whoever is signed in. When the session ends, or nobody touched the desk for a while, the sign-in
 * covers the page; the page stays underneath with its address and everything that was typed (S3.6). Another person who
 * signs in starts afresh.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const t = useText(wordsText);
  const session = useRead(readStaffSession, {});
  const lapsed = useLapse();
  const [covered, setCovered] = useState(false);
  useIdle(() => setCovered(true), session.value !== undefined && !covered);
  const staff = session.value;
  const signedOut = session.problem?.code === 'not-signed-in';
  if (!staff && !signedOut) {
    return (
      <main className="page">
        {session.problem ? (
          <Problem problem={session.problem} onAgain={session.again} />
        ) : (
          <Loading words={t('loading')} />
        )}
      </main>
    );
  }
  const open = staff !== undefined && !signedOut && !covered;
  return (
    <>
      {staff && (
        <div className="desk" hidden={!open}>
          <StaffContext value={staff}>{children}</StaffContext>
        </div>
      )}
      {!open && (
        <SignIn
          lapsed={lapsed || covered}
          onSignedIn={(displayName) => {
            // Somebody else starts afresh: nothing that the one before had read or typed stays.
            if (staff && staff.displayName !== displayName) window.location.reload();
            else setCovered(false);
          }}
        />
      )}
    </>
  );
}

export function useStaff(): Staff {
  const staff = useContext(StaffContext);
  if (!staff) throw new Error('SignedIn is missing above this component');
  return staff;
}

/** Any answer "not signed in" means that the session is over: the session is read again, which brings up the sign-in. */
function useLapse(): boolean {
  const queries = useQueryClient();
  const [lapsed, setLapsed] = useState(false);
  useEffect(() => {
    const notice = (error: unknown, about: unknown) => {
      const code = (error as { problem?: { code?: string } } | null)?.problem?.code;
      if (code !== 'not-signed-in' || about === readStaffSession.path) return;
      setLapsed(true);
      void queries.refetchQueries({ queryKey: [readStaffSession.path] });
    };
    const stopReads = queries.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error')
        notice(event.action.error, event.query.queryKey[0]);
    });
    const stopActs = queries.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') notice(event.action.error, 'act');
    });
    return () => {
      stopReads();
      stopActs();
    };
  }, [queries]);
  return lapsed;
}
