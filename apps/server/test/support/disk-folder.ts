import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For files that outlive a restart of the machine, so never in memory. */
const ON_DISK = '/var/tmp'

/**
 * A new folder for a test of the disk itself. Other tests may write into memory, where nothing waits for a sync and no thread comes
 * in time to make room for the next file.
 */
export const makeDiskFolder = (prefix: string): string =>
  mkdtempSync(join(existsSync(ON_DISK) ? ON_DISK : tmpdir(), prefix))
