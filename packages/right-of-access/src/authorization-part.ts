export type AuthorizationPart =
  | 'description of the information'
  | 'who may disclose'
  | 'who may receive'
  | 'purpose'
  | 'expiry date or event'
  | 'signature and date'
  | 'authority of the representative'
  | 'statement: right to revoke'
  | 'statement: whether care depends on signing'
  | 'statement: recipient may redisclose';

export type AuthorizationFault = 'expired' | 'revoked' | 'wrongly combined' | 'wrongly conditioned' | 'known false';
