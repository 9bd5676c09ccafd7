import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countLineFeeds } from './count-line-feeds.ts'

it('counts the line feeds of any stretch of any bytes', () => {
  const byte = fc.oneof(fc.constant(0x0a), fc.integer({ min: 0, max: 255 }))
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 60 }), fc.nat(60), fc.nat(60), fc.nat(7), (values, a, b, offset) => {
      const bytes = Buffer.from(new Uint8Array([...Array(offset).fill(0x0a), ...values])).subarray(offset)
      const [start, end] = [Math.min(a, b, values.length), Math.min(Math.max(a, b), values.length)]
      expect(countLineFeeds(bytes, start, end)).toBe(values.slice(start, end).filter((v) => v === 0x0a).length)
    }),
    { seed: 1 },
  )
})
