import { config } from 'zod';

// Zod compiles its checks with `new Function` where it may; the page's content security policy forbids that, and the
// try alone is reported as a violation. Imported first, before any schema is made.
config({ jitless: true });
