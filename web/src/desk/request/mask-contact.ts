/** Enough to recognise, not enough to read out: "a•••@example.org", "••• 4471". */
export function maskContact(kind: 'email' | 'mobile', value: string): string {
  if (kind === 'mobile') return `••• ${value.replaceAll(/\D/g, '').slice(-4)}`;
  const [name = '', domain = ''] = value.split('@');
  return `${name.slice(0, 1)}•••@${domain}`;
}
