import { chmodSync, mkdtempSync, statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'
import { join } from 'node:path'

const MEMORY = '/dev/shm'
/** What the tests of a run hold at one time is a fifth of this. */
const ENOUGH_BYTES = 4 * 2 ** 30

export type Room = { memory?: string; freeBytes?: number; enoughBytes?: number }

function hasRoom({ memory = MEMORY, freeBytes = freemem(), enoughBytes = ENOUGH_BYTES }: Room): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enoughBytes && freeBytes >= 2 * enoughBytes
  } catch (cause) {
    // Not every system has one.
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw cause
  }
}

/**
 * A new folder for all that the tests of one run write: in memory where there is room, since their installations live a few
 * seconds and a disk takes a sixth of all computing to make and to forget their thousands of small files.
 */
export function makeFolderForTests(room: Room = {}): string {
  const parent = hasRoom(room) ? (room.memory ?? MEMORY) : tmpdir()
  const folder = mkdtempSync(join(parent, 'zhanggui-tests-'))
  // A database server of a test runs as a user of its own and has its folder in here.
  chmodSync(folder, 0o711)
  return folder
}
