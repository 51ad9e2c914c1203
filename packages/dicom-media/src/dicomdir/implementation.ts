/** Who wrote a meta header (PS3.10 7.1): a UUID-derived UID of our own, and a name of up to 16 characters. */
export const IMPLEMENTATION_CLASS_UID = '2.25.62610785124024108225447137143030067280';
export const IMPLEMENTATION_VERSION_NAME = 'ECHOBACK_1';
