/**
 * Text without control characters: they have no place in a header or a message, the record store refuses some of them, and
 * a line break would make one refused row look like two.
 */
export const printable = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').toWellFormed()
