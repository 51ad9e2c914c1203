/** One thing that is lacking, by its name, and where it is asked for. A refusal lists every one of them. */
export type Lack<Name extends string = string> = { readonly name: Name; readonly cite: string };

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
