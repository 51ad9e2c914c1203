import type { FacilityContact } from '../store/records.ts';

/** An invented facility. Its telephone numbers are of the range that is kept for fiction. */
export const demoFacility: { name: string; timeZone: string; contact: FacilityContact } = {
  name: 'Riverside Imaging',
  timeZone: 'America/New_York',
  contact: {
    officeName: 'Release of Information',
    phone: '(555) 555-0140',
    email: 'records@riverside.example',
    address: ['14 Quay Street', 'Riverside, NY 12000'],
    privacyOfficer: { title: 'Privacy Officer', phone: '(555) 555-0141' },
  },
};

/** Issuer of the record numbers that Riverside Imaging gives. */
export const demoIssuer = 'RIVERSIDE';
