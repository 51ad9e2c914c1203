import type { Endpoint } from '@echoback/server/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, type InputOf, type OutputOf, type Trouble } from './client.ts';

/** A refusal on its way through TanStack Query, which knows failure only as something thrown. */
class Refused extends Error {
  readonly problem: Trouble;
  constructor(problem: Trouble) {
    super(problem.code);
    this.problem = problem;
  }
}

export type Reading<T> = { value: T | undefined; problem: Trouble | undefined; loading: boolean; again: () => void };

/** Reads one thing; `every` polls in milliseconds (a function may stop it by looking at what came back). */
export function useRead<E extends Endpoint>(
  endpoint: E,
  input: InputOf<E>,
  options: { every?: number | ((value: OutputOf<E> | undefined) => number | false); when?: boolean } = {},
): Reading<OutputOf<E>> {
  const { every, when = true } = options;
  const query = useQuery<OutputOf<E>, Error>({
    queryKey: [endpoint.path, input],
    enabled: when,
    queryFn: async ({ signal }) => {
      const answer = await call(endpoint, input, signal);
      if (!answer.ok) throw new Refused(answer.problem);
      return answer.value;
    },
    refetchInterval: (current) => (typeof every === 'function' ? every(current.state.data) : (every ?? false)),
  });
  return {
    value: query.data,
    problem: problemOf(query.error),
    loading: query.isPending && when,
    again: () => void query.refetch(),
  };
}

export type Act<E extends Endpoint> = {
  /** Answers the value, or undefined when refused (the refusal is then in `problem`). */
  act: (input: InputOf<E>) => Promise<OutputOf<E> | undefined>;
  problem: Trouble | undefined;
  busy: boolean;
  forget: () => void;
};

/** Does one thing, then reads again whatever is on the screen. */
export function useAct<E extends Endpoint>(endpoint: E): Act<E> {
  const queries = useQueryClient();
  const mutation = useMutation<OutputOf<E>, Error, InputOf<E>>({
    mutationFn: async (input) => {
      const answer = await call(endpoint, input);
      if (!answer.ok) throw new Refused(answer.problem);
      return answer.value;
    },
    onSuccess: () => queries.invalidateQueries(),
  });
  return {
    act: (input) => mutation.mutateAsync(input).catch(() => undefined),
    problem: problemOf(mutation.error),
    busy: mutation.isPending,
    forget: mutation.reset,
  };
}

function problemOf(error: Error | null): Trouble | undefined {
  if (!error) return undefined;
  if (error instanceof Refused) return error.problem;
  throw error;
}
