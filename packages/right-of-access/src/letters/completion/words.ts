import { bilingual } from '../bilingual.ts';

/** Every sentence of the letter that comes with a copy. */
export const words = bilingual(
  {
    title: 'Your pictures are ready',
    'title-report': 'Your report is ready',
    'next-gaps': 'Your copy is ready. Some parts are missing. They are named below, with the reason.',
    next: 'Your copy is ready. It is complete. You do not have to do anything else.',
    'next-visit': 'Your pictures are ready. You can come and look at them with us. You can also see them online now.',
    'next-visit-post': 'Your pictures are ready. You can come and look at them with us.',
    'next-part': 'A part of what you asked for is ready. We did not wait for the rest.',
    'still-heading': 'What is still to come',
    still:
      'We are still working on this: {exams}. You will have an answer by {date}. That day has not moved. You do not have to ask again.',
    'later-heading': 'Your report opens later',
    report: 'Your report',
    'report-of': 'Your report of {exam}',
    later: '{report} will open on {date}. State law keeps it closed online until then ({cite}). It opens by itself.',
    'later-post': '{report} comes later. State law keeps it out of electronic copies until {date} ({cite}).',
    'later-again':
      'A copy that we send before that day does not have the report. After it, we send the whole copy again, with the report. You do not pay twice.',
    'later-paper': 'You do not have to do anything. If you want it on paper now, call {phone}.',
    'contents-heading': 'What is in your copy',
    'exams-of': 'Exams of {name}',
    exam: 'Exam',
    pictures: 'Pictures',
    clips: 'Clips',
    reports: 'Reports',
    other: 'Other',
    'as-asked':
      '{exam}: you asked for certain pictures. Your copy has {given} of the {all} files of this exam, as you asked. You can have the rest too.',
    'no-report': '{exam}: we hold no written report for this exam. Ask the doctor who sent you for it.',
    'missing-heading': 'Is anything missing?',
    'missing-no': 'No. Before we made the copy, our picture archive listed {listed}. All of it is in your copy.',
    'missing-no-part':
      'Of these exams, nothing. Before we made the copy, our picture archive listed {listed}. All of it is in your copy.',
    'missing-no-later':
      'Only what comes later, as we say above. Before we made the copy, our picture archive listed {listed}. The rest of it is in your copy.',
    'missing-report-whole': 'No. The whole report is in your copy.',
    'missing-later': 'Only what we named above as still to come.',
    'missing-yes': 'Yes. Before we made the copy, our picture archive listed {listed}. These are not in your copy:',
    'office-writes': '{office} writes: “{words}”',
    number: '{kind} {number}. {why}',
    'number-series': '{kind} {number} of series {series}. {why}',
    'no-number': 'without a number',
    'why-gone-from-source': 'The archive listed it, but no longer had it when we asked.',
    'why-source-did-not-send': 'The archive listed it, but did not send it.',
    'why-damaged': 'The file that the archive sent is damaged.',
    'follows-gone-from-source':
      'We asked the archive again. If what is gone turns up, we will add it to your copy and write to you.',
    'follows-source-did-not-send':
      'We will ask the archive again. When it sends the rest, we will add it to your copy and write to you.',
    'follows-damaged':
      'We keep the damaged file and will ask for a good one. When we have it, we will add it and write to you.',
    'open-heading': 'How to open it',
    'open-online':
      'Online: go to {address}, type your reference {reference}, and sign in with a code. You can see every picture, play every clip, and save them.',
    'open-download':
      'Download: the same page has one file (ZIP) with everything. Unpack it and open INDEX.HTM to see the pictures without the internet. Doctors can use the folder DICOM and the file DICOMDIR.',
    'open-media': 'Disc or stick: put it in a computer and open INDEX.HTM. Hand it to a doctor as it is.',
    'open-prints': 'Prints: they need nothing else. If you also want the clips, call {phone}.',
    'open-mail': 'E-mail: open the files that came with it.',
    'open-visit': 'Here with us: we show you everything when you come.',
    'open-call': 'Call {phone} and say your reference, {reference}. We help you to get it.',
    'no-end': 'The online copy has no end date. You can come back to it as often as you like.',
    'no-end-post': 'This copy has no end date. You can ask us for another one at any time.',
    'others-heading': 'Who else got this copy',
    nobody: 'Nobody. It went only to you.',
    others: 'As you asked, it also went to {names}.',
    'keepsake-heading': 'Keepsake prints',
    keepsake:
      'Small prints or files that you were handed during the exam are keepsakes. They are not your medical record. The copy that we made for you is: it is what your doctors look at.',
    'wrong-heading': 'If something is missing or wrong',
    wrong: 'Tell us at {phone} or {email}, with your reference {reference}. You may ask for more at any time.',
  },
  {
    title: 'Sus imágenes están listas',
    'title-report': 'Su informe está listo',
    'next-gaps': 'Su copia está lista. Faltan algunas partes. Abajo están sus nombres y la razón.',
    next: 'Su copia está lista. Está completa. No tiene que hacer nada más.',
    'next-visit': 'Sus imágenes están listas. Puede venir a verlas con nosotros. También las puede ver en línea ahora.',
    'next-visit-post': 'Sus imágenes están listas. Puede venir a verlas con nosotros.',
    'next-part': 'Una parte de lo que pidió está lista. No esperamos a lo demás.',
    'still-heading': 'Lo que falta por llegar',
    still:
      'Todavía trabajamos en esto: {exams}. Tendrá una respuesta a más tardar el {date}. Ese día no ha cambiado. No tiene que pedirlo otra vez.',
    'later-heading': 'Su informe se abre después',
    report: 'Su informe',
    'report-of': 'Su informe del {exam}',
    later:
      '{report} se abre el {date}. Hasta ese día, la ley del estado no deja verlo en línea ({cite}). Se abre solo.',
    'later-post':
      '{report} llega después. Hasta el {date}, la ley del estado no lo deja en copias electrónicas ({cite}).',
    'later-again':
      'Una copia que enviamos antes de ese día no tiene el informe. Después enviamos otra vez la copia entera, con el informe. No paga dos veces.',
    'later-paper': 'Usted no tiene que hacer nada. Si lo quiere ahora en papel, llame al {phone}.',
    'contents-heading': 'Lo que hay en su copia',
    'exams-of': 'Exámenes de {name}',
    exam: 'Examen',
    pictures: 'Imágenes',
    clips: 'Videos',
    reports: 'Informes',
    other: 'Otros',
    'as-asked':
      '{exam}: usted pidió algunas imágenes. Su copia tiene {given} de los {all} ficheros de este examen, como usted pidió. También puede tener lo demás.',
    'no-report': '{exam}: no tenemos un informe escrito de este examen. Pídalo al médico que le envió.',
    'missing-heading': '¿Falta algo?',
    'missing-no': 'No. Antes de hacer la copia, nuestro archivo tenía en su lista {listed}. Todo está en su copia.',
    'missing-no-part':
      'De estos exámenes, nada. Antes de hacer la copia, nuestro archivo tenía en su lista {listed}. Todo está en su copia.',
    'missing-no-later':
      'Solo lo que llega después, como decimos arriba. Antes de hacer la copia, nuestro archivo tenía en su lista {listed}. Lo demás está en su copia.',
    'missing-report-whole': 'No. Todo el informe está en su copia.',
    'missing-later': 'Solo lo que arriba nombramos como lo que falta por llegar.',
    'missing-yes': 'Sí. Antes de hacer la copia, nuestro archivo tenía en su lista {listed}. Esto no está en su copia:',
    'office-writes': '{office} escribe: “{words}”',
    number: '{kind} {number}. {why}',
    'number-series': '{kind} {number} de la serie {series}. {why}',
    'no-number': 'sin número',
    'why-gone-from-source': 'Estaba en la lista, pero el archivo ya no lo tenía.',
    'why-source-did-not-send': 'Estaba en la lista, pero el archivo no lo envió.',
    'why-damaged': 'El archivo que llegó está dañado.',
    'follows-gone-from-source': 'Preguntamos otra vez. Si aparece, lo ponemos en su copia y le escribimos.',
    'follows-source-did-not-send': 'Vamos a pedirlo otra vez. Cuando llegue, lo ponemos en su copia y le escribimos.',
    'follows-damaged':
      'Guardamos lo dañado y vamos a pedir uno bueno. Cuando llegue, lo ponemos en su copia y le escribimos.',
    'open-heading': 'Cómo abrirla',
    'open-online':
      'En línea: entre en {address}, escriba su referencia {reference} y use el código que le enviamos. Puede ver cada imagen y cada video, y guardarlos.',
    'open-download':
      'Descargar: la misma página tiene todo en un archivo (ZIP). Ábralo y abra INDEX.HTM para ver las imágenes sin internet. Los médicos usan la carpeta DICOM y el archivo DICOMDIR.',
    'open-media': 'Disco o memoria: póngalo en una computadora y abra INDEX.HTM. Déselo así al médico.',
    'open-prints': 'Copias en papel: no necesitan nada más. Si también quiere los videos, llame al {phone}.',
    'open-mail': 'Correo electrónico: abra los archivos que van con él.',
    'open-visit': 'Aquí con nosotros: le mostramos todo cuando venga.',
    'open-call': 'Llame al {phone} y diga su referencia, {reference}. Le ayudamos a tenerla.',
    'no-end': 'La copia en línea no tiene fecha final. Puede volver a verla cuando quiera.',
    'no-end-post': 'Esta copia no tiene fecha final. Puede pedirnos otra cuando quiera.',
    'others-heading': 'Quién más recibió esta copia',
    nobody: 'Nadie. Solo usted.',
    others: 'Como usted pidió, también la recibió: {names}.',
    'keepsake-heading': 'Recuerdos impresos',
    keepsake:
      'Las copias pequeñas que le dieron durante el examen son recuerdos. No son su registro médico. La copia que hicimos sí lo es: es lo que ven sus médicos.',
    'wrong-heading': 'Si falta algo o algo está mal',
    wrong: 'Avise al {phone} o a {email}, con su referencia {reference}. Puede pedir más cuando quiera.',
  },
);
