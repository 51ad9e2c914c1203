/** What the person signs with their typed name; kept as it stood. A change here changes no signed request. */
export function statementOf(language: 'en' | 'es', facilityName: string, patientName: string): string {
  if (language === 'es') {
    return `Pido a ${facilityName} una copia de las imágenes e informes que describo en esta solicitud, del expediente de ${patientName}. Soy esa persona o tengo derecho a pedirlos por ella. La copia debe ir a quien yo nombro aquí. Sé que puedo retirar esta solicitud en cualquier momento antes de que se entregue la copia.`;
  }
  return `I ask ${facilityName} for a copy of the pictures and reports that I describe in this request, from the record of ${patientName}. I am that person, or I have the right to ask for them. The copy goes to whom I name here. I know that I can take this request back at any time before the copy is given.`;
}
