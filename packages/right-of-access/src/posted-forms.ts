/** What leaves in a parcel. */
const parcelForms: readonly string[] = ['cd', 'dvd', 'usb', 'prints'];

/** Does a copy in this form leave in a parcel, made and posted by hand? */
export function isParcel(form: string): boolean {
  return parcelForms.includes(form);
}

/** Does a copy in this form need a street address, or may it? A form in the person's own words is not known yet. */
export function isPosted(form: string): boolean {
  return isParcel(form) || form === 'other-form';
}
