import { expect, it } from 'vitest'
import { crc32cWords } from '../../src/index.ts'

const bytes = (...values: number[]): Int32Array => new Int32Array(Uint8Array.from(values).buffer)

// Vectors of RFC 3720, appendix B.4.
it.each([
  { of: '32 zeros', words: new Int32Array(8), expected: 0x8a9136aa },
  { of: '32 bytes of ones', words: new Int32Array(8).fill(-1), expected: 0x62a8ab43 },
  { of: '0 to 31', words: bytes(...Array.from({ length: 32 }, (_, i) => i)), expected: 0x46dd794e },
  { of: '31 to 0', words: bytes(...Array.from({ length: 32 }, (_, i) => 31 - i)), expected: 0x113fdb5c },
])('the checksum of $of is that of the standard', ({ words, expected }) => {
  expect(crc32cWords(words, 0, words.length) >>> 0).toBe(expected)
})

it('an odd word at the end is counted too', () => {
  expect(crc32cWords(Int32Array.of(1, 2, 3), 0, 3)).not.toBe(crc32cWords(Int32Array.of(1, 2, 4), 0, 3))
})
