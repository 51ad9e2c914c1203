import { makeQuote } from '@echoback/server/contract';
import { useRead } from '../../use-endpoint.ts';
import type { DeliveryKind } from './answers.ts';

/** Fee, due date and each way's price, as the server works them out; asked anew when the choice changes. */
export function useQuote(deliveries: readonly DeliveryKind[], examCount: number) {
  return useRead(makeQuote, { deliveries: deliveries.length > 0 ? [...deliveries] : ['online'], examCount });
}
