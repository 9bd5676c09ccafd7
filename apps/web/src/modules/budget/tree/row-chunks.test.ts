import { expect, test } from 'vitest'
import { CHUNK_ROWS, rowChunks } from './row-chunks.ts'

test.each([0, 1, CHUNK_ROWS, CHUNK_ROWS + 1, 1_234])('%d rows are all there, in order, in pieces', (count) => {
  const rows = Array.from({ length: count }, (_, at) => at)
  const chunks = rowChunks(rows)
  expect(chunks.flat()).toEqual(rows)
  expect(chunks.every((chunk) => chunk.length > 0 && chunk.length <= CHUNK_ROWS)).toBe(true)
})
