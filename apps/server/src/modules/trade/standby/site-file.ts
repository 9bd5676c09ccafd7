import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'site.json'
const SiteFile = z.object({ epoch: z.number().int().min(0) })

/** The epoch that the journal of this folder belongs to; 0: none, or it cannot be read, and then the folder proves nothing. */
export function readEpoch(folder: string): number {
  try {
    return SiteFile.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8'))).epoch
  } catch {
    return 0
  }
}

/** Says that this folder has everything that was answered up to here in this epoch. On disk when it comes back. */
export function writeEpoch(folder: string, epoch: number): void {
  const path = join(folder, FILE)
  const fd = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(fd, `${JSON.stringify({ epoch })}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(`${path}.new`, path)
  const names = openSync(folder, 'r')
  fsyncSync(names)
  closeSync(names)
}
