import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FILE = 'site.json'
const SiteFile = z.object({ epoch: z.number().int().min(0), claims: z.number().int().optional() })
type SiteFile = z.infer<typeof SiteFile>

function read(folder: string): SiteFile {
  try {
    return SiteFile.parse(JSON.parse(readFileSync(join(folder, FILE), 'utf8')))
  } catch {
    return { epoch: 0 }
  }
}

/**
 * The epoch that the journal of this folder belongs to; 0: none, or it cannot be read, and then the folder proves nothing.
 * `ledEpoch`: the epoch in which this site leads by the lease. Claimed, and not noted here because it died in between, it counts.
 */
export function readEpoch(folder: string, ledEpoch?: number): number {
  const { epoch, claims } = read(folder)
  return claims !== undefined && claims === ledEpoch ? claims : epoch
}

/** On disk when it comes back. */
function write(folder: string, file: SiteFile): void {
  const path = join(folder, FILE)
  const fd = openSync(`${path}.new`, 'w', 0o600)
  try {
    writeSync(fd, `${JSON.stringify(file)}\n`)
    fsyncSync(fd)
  } finally {
    closeSync(fd)
  }
  renameSync(`${path}.new`, path)
  const names = openSync(folder, 'r')
  fsyncSync(names)
  closeSync(names)
}

/** Says that this folder has everything that was answered up to here in this epoch. */
export const writeEpoch = (folder: string, epoch: number): void => write(folder, { epoch })

/** Says that this site is about to claim the lead in an epoch. */
export const noteClaim = (folder: string, claims: number): void => write(folder, { ...read(folder), claims })
