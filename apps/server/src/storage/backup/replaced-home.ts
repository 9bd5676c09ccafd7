import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { BackupError } from './backup-error.ts'
import { listHomeData } from './home-files.ts'

const markerOf = (home: string): string => join(home, 'restoring.json')
const asideOf = (home: string): string => join(home, 'replaced')

/** Whose the data in the home folder is: `former` until all of it is aside and while it comes back, `restored` in between. */
type Stage = 'former' | 'restored'

const mark = (home: string, stage: Stage): Promise<void> => writeFile(markerOf(home), JSON.stringify({ stage }))

/** Null when no restore was cut short here. */
async function cutShortAt(home: string): Promise<Stage | null> {
  if (!existsSync(markerOf(home))) return null
  const text = await readFile(markerOf(home), 'utf8')
  return text.includes('restored' satisfies Stage) ? 'restored' : 'former'
}

/** Errors: throws `restore_unfinished` when a restore into `home` was cut short: its data is not whole. */
export function refuseUnfinishedRestore(home: string): void {
  if (existsSync(markerOf(home))) throw new BackupError('restore_unfinished', { folder: asideOf(home) })
}

async function removeData(home: string): Promise<void> {
  for (const name of await listHomeData(home)) await rm(join(home, name), { recursive: true, force: true })
}

async function moveAll(names: readonly string[], from: string, to: string): Promise<void> {
  for (const name of names) await rename(join(from, name), join(to, name))
}

async function finish(home: string): Promise<void> {
  await rm(markerOf(home))
  await rm(asideOf(home), { recursive: true, force: true })
}

/** Restored data goes, former data comes back. */
async function putBack(home: string): Promise<void> {
  await removeData(home)
  await mark(home, 'former')
  await moveAll(await readdir(asideOf(home)), asideOf(home), home)
  await finish(home)
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
 * after kill -9. After such a cut it goes on from where that one was.
 * Errors: throws `home_not_empty` unless `force`.
 */
export async function setHomeAside(home: string, options: { force: boolean }): Promise<ReplacedHome> {
  const stage = await cutShortAt(home)
  const data = await listHomeData(home)
  if ((data.length > 0 || stage) && !options.force) throw new BackupError('home_not_empty', { home })
  if (stage === 'restored') await removeData(home)
  else {
    if (stage === null) await rm(asideOf(home), { recursive: true, force: true })
    await mkdir(asideOf(home), { recursive: true })
    await mark(home, 'former')
    await moveAll(data, home, asideOf(home))
    await mark(home, 'restored')
  }
  return { discard: () => finish(home), putBack: () => putBack(home) }
}
