import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '@zhanggui/kernel'

/** Who holds a home folder, as told to the second one who asks. */
export type HomeHolder = { pid: number; since: string; host: string }

/** Another process works in this folder. Nothing was touched. `message` is Chinese, then English. */
export class HomeInUseError extends Error {
  readonly code = 'home_in_use'
  readonly holder: HomeHolder | null
  constructor(home: string, holder: HomeHolder | null) {
    const zh = holder ? `进程 ${holder.pid}（主机 ${holder.host}，自 ${holder.since} 起）` : '另一个进程'
    const en = holder ? `process ${holder.pid} on ${holder.host}, since ${holder.since}` : 'another process'
    super(
      `数据目录 ${home} 正由${zh}使用。请先停止它，或用 ZHANGGUI_HOME 指定另一个目录；数据未受影响。\n` +
        `The data folder ${home} is in use by ${en}. Stop it first, or name another folder with ZHANGGUI_HOME; nothing was changed.`,
    )
    this.name = 'HomeInUseError'
    this.holder = holder
  }
}

export type HomeLock = { release(): void }

function readHolder(path: string): HomeHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as HomeHolder
  } catch {
    return null // The holder is still writing its note, or wrote none: the refusal then names no process.
  }
}

const isBusy = (cause: unknown): boolean =>
  cause instanceof Error && 'errcode' in cause && (cause.errcode === 5 || cause.errcode === 261)

/** An exclusive transaction on an empty SQLite file is a lock that the system itself takes back from a dead process. */
function holdFile(path: string): DatabaseSync {
  const file = new DatabaseSync(path, { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
    return file
  } catch (cause) {
    file.close()
    throw cause
  }
}

/**
 * Takes `home` for this process until `release()` or its death, however sudden: no stale locks, no guessing from pids.
 * Errors: throws `HomeInUseError` when another process holds it (also a second time in this process).
 * Never open `lock.db` elsewhere in the holding process: closing any handle to it would let the lock go.
 */
export function takeHomeLock(home: string, clock: Clock): HomeLock {
  mkdirSync(home, { recursive: true })
  const note = join(home, 'lock.json')
  let file: DatabaseSync
  try {
    file = holdFile(join(home, 'lock.db'))
  } catch (cause) {
    throw isBusy(cause) ? new HomeInUseError(home, readHolder(note)) : cause
  }
  writeFileSync(note, JSON.stringify({ pid: process.pid, since: clock.now().toISOString(), host: hostname() }))
  return {
    release() {
      if (!file.isOpen) return
      rmSync(note, { force: true })
      file.close()
    },
  }
}
