import { useSearchParams } from 'react-router';

/** After a step is done: back to wherever the server says that the next one is. */
export function useGoOn(): () => void {
  const [, setAddress] = useSearchParams();
  return () => setAddress({}, { replace: true });
}
