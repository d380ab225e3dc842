// What the server asks of a password, and what only the screen can tell.
export const PASSWORD_MIN = 8;

// Whether the new password was typed alike both times.
export const repeats = (fields: FormData) => fields.get('new') === fields.get('again');
