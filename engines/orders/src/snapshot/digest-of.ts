import { crc32cWords } from '../journal/crc32c.ts'
import type { Admission } from '../state/admission.ts'
import { coreArrays } from './core-arrays.ts'

/** One number of 32 bits for the whole state of a core: cores of the same bytes have the same. For comparing, not against forgery. */
export function digestOf(core: Admission): number {
  let digest = 0
  for (const array of coreArrays(core)) digest = (Math.imul(digest, 31) + crc32cWords(array, 0, array.length)) | 0
  return digest
}
