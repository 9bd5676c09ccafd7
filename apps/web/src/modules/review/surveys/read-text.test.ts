import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

test.each([
  { name: 'UTF-8', bytes: [0xe7, 0x89, 0xa9, 0xe6, 0xb5, 0x81] },
  { name: 'GB18030', bytes: [0xce, 0xef, 0xc1, 0xf7] },
])('a file in $name is read as what it says', async ({ bytes }) => {
  expect(await readText(new Blob([new Uint8Array(bytes)]))).toBe('物流')
})
