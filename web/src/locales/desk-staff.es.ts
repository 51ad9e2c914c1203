import type { deskStaffEn } from './desk-staff.en.ts';
import type { Entry } from './text.ts';

export const deskStaffEs: { readonly [K in keyof typeof deskStaffEn]: Entry } = {
  'settings-places': 'Ajustes',
  'place-sources': 'Fuentes de imágenes',
  'place-staff': 'Personal',
  staff: 'Personal',
  'staff-help':
    'Quién trabaja en esta oficina. Una negativa por motivos de seguridad la decide un profesional con licencia; las demás, el oficial de privacidad.',
  'reading-staff': 'Leyendo la lista del personal…',
  'add-staff': 'Agregar a alguien',
  'edit-staff': 'Cambiar',
  'display-name': 'Nombre',
  username: 'Nombre de usuario',
  'username-help': 'Letras minúsculas y cifras, por ejemplo m.ortiz. No cambia nunca.',
  role: 'Función',
  'role-clerk': 'Empleado: atiende solicitudes',
  'role-supervisor': 'Supervisor: atiende solicitudes y confirma lo que pide una segunda persona',
  'role-admin': 'Administrador: ajustes, sin imágenes',
  'licensed-as': 'Con licencia como',
  'licensed-as-help':
    'Para un profesional de la salud con licencia, por ejemplo médico radiólogo. Si no, déjelo vacío.',
  'privacy-officer': 'Oficial de privacidad',
  'privacy-officer-help': 'Decide las negativas que no se revisan y atiende las quejas.',
  ended: 'Ya no trabaja aquí',
  'ended-help': 'Ya no puede iniciar sesión. Su nombre queda en lo que hizo.',
  'has-left': 'se fue',
  save: 'Guardar',
  saving: 'Guardando…',
  cancel: 'Cancelar',
  'need-display-name': 'Hace falta un nombre.',
  'need-username': 'Use de 2 a 64 letras minúsculas, cifras, puntos o guiones.',
  'password-once': 'Contraseña de {name}. Se muestra aquí una sola vez; entréguela en persona.',
  close: 'Ya la anoté',
};
