import { ImportFailure } from './import-failure.ts'

/** Text exports pack 5 to 30 times; only crafted files pack more than this. */
const RATIO_MAX = 300
/** Below this size the ratio is not looked at: a short file of zeros is harmless. */
const RATIO_FREE_BYTES = 64 * 1024 * 1024
/** Whatever the ratio, no export of a shop is larger than this. */
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024 * 1024
/** Parts of a workbook that must be held in memory (shared strings, styles). */
export const HELD_BYTES_MAX = 256 * 1024 * 1024

/** Passes chunks on and stops when they add up to more than an honest file would hold. */
export async function* guardSize(
  chunks: AsyncIterable<Buffer>,
  limits: { name: string; packedBytes: number; bytesMax?: number },
): AsyncGenerator<Buffer> {
  const { name, packedBytes, bytesMax = UNPACKED_BYTES_MAX } = limits
  let bytes = 0
  for await (const chunk of chunks) {
    bytes += chunk.length
    const swollen = bytes > RATIO_FREE_BYTES && bytes > packedBytes * RATIO_MAX
    if (swollen || bytes > bytesMax) throw new ImportFailure('too_large_unpacked', { file: name })
    yield chunk
  }
}
