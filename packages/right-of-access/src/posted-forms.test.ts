import { expect, it } from 'vitest';
import { isParcel, isPosted } from './posted-forms.ts';

it('posts discs, sticks and prints, and asks for an address where the form is still to be agreed on', () => {
  const forms = ['online', 'email-unencrypted', 'secure-link', 'cd', 'dvd', 'usb', 'prints', 'other-form'];
  expect(forms.filter(isParcel)).toEqual(['cd', 'dvd', 'usb', 'prints']);
  expect(forms.filter(isPosted)).toEqual(['cd', 'dvd', 'usb', 'prints', 'other-form']);
});
