import { randomInt } from 'node:crypto'

/** Without characters that look alike (0 O, 1 l I), because it is read out or copied by hand. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** 16 characters in groups of four, about 92 bits. It is drawn by the machine's secure source: a seed would give it away. */
export function makeTemporaryPassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}
