import { assert } from '@zhanggui/kernel'

/** Digits and letters without I, L, O and U: nobody mistakes one for another, and no words come about. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SIZE = ALPHABET.length
const DRAWN = 15
const GROUP = 4

/** Random bytes that one code takes: 15 letters of 5 bits, so that 75 bits have to be guessed. */
export const CODE_BYTES = DRAWN

const letterValue = (letter: string): number => ALPHABET.indexOf(letter)

/** Luhn's sum over letters instead of digits: every wrong letter shows, and nearly every swap of neighbours. */
function checkLetter(letters: readonly number[]): number {
  const sum = letters.toReversed().reduce((total, value, i) => {
    const weighed = i % 2 === 0 ? value * 2 : value
    return total + Math.floor(weighed / SIZE) + (weighed % SIZE)
  }, 0)
  return (SIZE - (sum % SIZE)) % SIZE
}

/**
 * An exclusive code (P6.12) from random bytes of the caller: 15 letters and a check letter in groups of four.
 * @example makeCode(randomBytes(CODE_BYTES)) // '7QK2-…'
 */
export function makeCode(random: Uint8Array): string {
  assert(random.length === CODE_BYTES, 'a code takes its bytes, no more and no fewer')
  const drawn = [...random].map((byte) => byte % SIZE)
  const text = [...drawn, checkLetter(drawn)].map((value) => ALPHABET[value]).join('')
  return text.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? text
}

/**
 * A typed code as it was made: case, spaces, hyphens and look-alikes (O for 0, I and L for 1) do not matter.
 * Shape: 16 letters without hyphens; undefined when it cannot be a code, a mistyped letter for example.
 */
export function readCode(typed: string): string | undefined {
  const text = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const letters = [...text].map(letterValue)
  if (letters.length !== DRAWN + 1 || letters.includes(-1)) return undefined
  return checkLetter(letters.slice(0, DRAWN)) === letters[DRAWN] ? text : undefined
}
