/** Why a delivery does not leave any more: its authorization was taken back or is not valid. It is owed to nobody and not tried again. */
export const deliveryRevoked = 'authorization-revoked';
