/** One refusal: its status, what happened, and what to do next. */
export type ErrorEntry = { status: number; say: { en: string; es: string }; next: { en: string; es: string } };
