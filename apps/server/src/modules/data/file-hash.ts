import { createHash } from 'node:crypto'
import { readFileChunks } from './spool/read-file-chunks.ts'

/** SHA-256 of a file, hex: what provenance calls it by. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of readFileChunks(path)) hash.update(chunk)
  return hash.digest('hex')
}
