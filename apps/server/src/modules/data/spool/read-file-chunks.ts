import { open } from 'node:fs/promises'

/** Large reads keep the number of records that straddle two chunks small. */
export const CHUNK_BYTES = 1024 * 1024

/**
 * The bytes of a file, chunk by chunk, all in one piece of memory: a chunk holds until the next is asked for. A stream takes
 * new memory for every read, and while a large file is read clearing that away costs more than reading it.
 */
export async function* readFileChunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    const memory = Buffer.allocUnsafeSlow(CHUNK_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, CHUNK_BYTES)
      if (bytesRead === 0) return
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
