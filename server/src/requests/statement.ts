/** To whom else the copy goes, and whether prints go there: then the same signature gives the authorization. */
export type StatedRecipient = { name: string; prints: boolean };

/** What the person signs with their typed name; kept as it stood. A change here changes no signed request. */
export function statementOf(
  language: 'en' | 'es',
  facilityName: string,
  patientName: string,
  others: readonly StatedRecipient[] = [],
): string {
  const say = words[language];
  const sentences = others.flatMap(({ name, prints }) => [say.other(name), ...(prints ? [say.authorizes(name)] : [])]);
  return [say.asks(facilityName, patientName), ...sentences].join(' ');
}

/** Each recipient once, however many ways the copy goes to them. */
export function statedRecipients(
  deliveries: readonly { kind: string; who: 'self' | 'third-party'; name?: string | undefined }[],
): StatedRecipient[] {
  const others = deliveries.filter(({ who }) => who === 'third-party');
  const names = [...new Set(others.map(({ name = '' }) => name))];
  return names.map((name) => ({
    name,
    prints: others.some((one) => (one.name ?? '') === name && one.kind === 'prints'),
  }));
}

const words = {
  en: {
    asks: (facility: string, patient: string) =>
      `I ask ${facility} for copies of the pictures and reports that I describe in this request, or to see them in person, from the record of ${patient}. I am that person, or I have the right to ask for them. The copy goes to whom I name here. I know that I can take this request back at any time before the copy is given.`,
    other: (name: string) =>
      `I also ask you to send a copy to ${name}, as I wrote above. I know that they may keep it and show it to others.`,
    authorizes: (name: string) => `My signature also gives the permission for prints to ${name}.`,
  },
  es: {
    asks: (facility: string, patient: string) =>
      `Pido a ${facility} copias de las imágenes e informes que describo en esta solicitud, o verlos en persona, del expediente de ${patient}. Soy esa persona o tengo derecho a pedirlos por ella. La copia debe ir a quien yo nombro aquí. Sé que puedo retirar esta solicitud en cualquier momento antes de que se entregue la copia.`,
    other: (name: string) =>
      `También pido que envíen una copia a ${name}, como escribí arriba. Sé que puede guardarla y mostrarla a otros.`,
    authorizes: (name: string) => `Mi firma da también el permiso para enviar papel a ${name}.`,
  },
} as const;
