import type { StaffRole } from '../store/schema.ts';

export type Principal = 'public' | 'requester' | 'recipient' | StaffRole;

const desk = ['clerk', 'supervisor', 'admin'] as const;
const clerks = ['clerk', 'supervisor'] as const;
const anyone = ['public', 'requester', 'recipient', ...desk] as const;

/**
 * Who may do what: the only place that decides by kind of person (S2.1). Whose request, link or facility it is, is
 * decided in each query (S2.2). An administrator runs the system and has no business in anybody's pictures.
 */
export const permissions = {
  'facility.read': anyone,
  'request-form.read': anyone,
  'quote.make': anyone,
  'fee-schedule.read': anyone,
  'contact-code.send': anyone,
  'contact-code.confirm': anyone,
  'request.create': anyone,
  'evidence.read': anyone,
  'draft.keep': anyone,
  'sign-in-code.send': anyone,
  'sign-in.requester': anyone,
  'sign-in.staff': anyone,
  'session.end': anyone,
  'share-link.open': anyone,
  'demo.outbox': anyone,
  'demo.clock': anyone,

  'request.track': ['requester'],
  'identity.prove': ['requester'],
  'fee.answer': ['requester'],
  'paper.send': ['requester'],
  'directive.sign': ['requester'],
  'share-link.passcode': ['requester'],
  'letter.read': ['requester'],
  'clarification.answer': ['requester'],
  'form.choose': ['requester'],
  'mail-warning.accept': ['requester'],
  'inspection.choose': ['requester'],
  'review.ask': ['requester'],
  'request.withdraw': ['requester'],
  'release.view': ['requester'],
  'release.download': ['requester'],
  'release.print': ['requester'],
  'release.share-safe': ['requester'],

  'share-link.view': ['recipient'],
  'share-link.download': ['recipient'],

  'session.read': desk,
  'worklist.read': desk,
  'request.read': clerks,
  'identity.judge': clerks,
  'authority.judge': clerks,
  'authority.refuse': clerks,
  'study.search': clerks,
  'match.confirm': clerks,
  'outcome.record': clerks,
  'extension.write': clerks,
  'extension.agree': ['supervisor'],
  'clarification.ask': clerks,
  'form.offer': clerks,
  'mail-warning.record': clerks,
  'inspection.arrange': clerks,
  'denial.propose': clerks,
  'denial.decide': clerks,
  'hold.set': clerks,
  'withdrawal.record': clerks,
  'release.recall': clerks,
  'breach.assess': clerks,
  'accounting.read': clerks,
  'accounting.send': clerks,
  'picture.check': clerks,
  'report.attach': clerks,
  'release.approve': clerks,
  'delivery.hand-over': clerks,
  'fee.quote': clerks,
  'fee.confirm': ['supervisor'],
  'fee-schedule.edit': ['admin'],
  'intake.record': clerks,
  'receipt.correct': clerks,
  'duplicate.decide': clerks,
  'letter.hand-over': clerks,
  'directory.read': desk,
  'directory.edit': desk,
  'policy.read': ['supervisor', 'admin'],
  'policy.edit': ['admin'],
  'media-settings.read': desk,
  'media-settings.edit': ['admin'],
  'touchless.read': desk,
  'touchless.switch': desk,
  'staff.read': ['supervisor', 'admin'],
  'staff.edit': ['admin'],
  'source.read': desk,
  'source.edit': ['admin'],
  'source.test': ['supervisor', 'admin'],
  'quarantine.read': desk,
  'archive.import': ['supervisor', 'admin'],
} as const satisfies Record<string, readonly Principal[]>;

export type Action = keyof typeof permissions;

export function isAction(name: string): name is Action {
  return Object.hasOwn(permissions, name);
}

/** An action that is not in the table is allowed to nobody. */
export function mayDo(principal: Principal, action: string): boolean {
  return isAction(action) && (permissions[action] as readonly Principal[]).includes(principal);
}
