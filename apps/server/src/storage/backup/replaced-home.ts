import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError } from './backup-error.ts'
import { listHomeData } from './home-files.ts'

const markerOf = (home: string): string => join(home, 'restoring.json')
const asideOf = (home: string): string => join(home, 'replaced')

/** Errors: throws `restore_unfinished` when a restore into `home` was cut short: its data is not whole. */
export function refuseUnfinishedRestore(home: string): void {
  if (existsSync(markerOf(home))) throw new BackupError('restore_unfinished', { folder: asideOf(home) })
}

async function removeData(home: string): Promise<void> {
  for (const name of await listHomeData(home)) await rm(join(home, name), { recursive: true, force: true })
}

/** Former data, moved within the home folder while a restore takes its place. */
export type ReplacedHome = {
  /** The restore is whole: the former data goes. */
  discard(): Promise<void>
  /** The restore failed: what it wrote goes, the former data comes back. */
  putBack(): Promise<void>
}

/**
 * Moves the data of `home` aside and marks the folder as being restored, so that no server opens a half-restored one, even
 * after kill -9. After such a cut the former data is aside already, and only the half-restored rest is removed.
 * Errors: throws `home_not_empty` unless `force`.
 */
export async function setHomeAside(home: string, options: { force: boolean }): Promise<ReplacedHome> {
  const cutShort = existsSync(markerOf(home))
  const data = await listHomeData(home)
  if ((data.length > 0 || cutShort) && !options.force) throw new BackupError('home_not_empty', { home })
  const aside = asideOf(home)
  if (cutShort) await removeData(home)
  else {
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside)
    await writeFile(markerOf(home), '{}')
    for (const name of data) await rename(join(home, name), join(aside, name))
  }
  return {
    async discard() {
      await rm(markerOf(home))
      await rm(aside, { recursive: true, force: true })
    },
    async putBack() {
      await removeData(home)
      for (const name of await readdir(aside)) await rename(join(aside, name), join(home, name))
      await rm(markerOf(home))
      await rm(aside, { recursive: true, force: true })
    },
  }
}
