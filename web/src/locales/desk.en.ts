export const deskEn = {
  'sign-in': 'Sign in at the desk',
} as const;
