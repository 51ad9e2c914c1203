/** A time that ends in "p.m." already ends the sentence. */
export function oneStop(sentence: string): string {
  return sentence.replaceAll(/\.\.(?!\.)/g, '.');
}
