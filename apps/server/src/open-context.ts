import type { Clock } from '@zhanggui/kernel'
import { type Logger, pino } from 'pino'
import type { Context } from './context.ts'
import type { Settings } from './settings.ts'
import { refuseUnfinishedRestore } from './storage/backup/index.ts'
import { migrateFacts } from './storage/facts/migrate-facts.ts'
import { openFactStore } from './storage/facts/open-fact-store.ts'
import { takeHomeLock } from './storage/home-lock.ts'
import { migrateRecords } from './storage/records/migrate-records.ts'
import { openRecordStore } from './storage/records/open-record-store.ts'
import { openSecrets } from './storage/secrets.ts'
import { StoreUnavailableError } from './storage/store-unavailable-error.ts'
import { systemClock } from './system-clock.ts'

type Closer = () => void | Promise<void>

/** Later things lean on earlier ones, so they are closed last first. */
async function closeAll(closers: Closer[]): Promise<void> {
  while (closers.length > 0) await closers.pop()?.()
}

/** Says which store did not open, and where to look. */
const named = async <T>(store: 'records' | 'facts', settings: Settings, opening: Promise<T>): Promise<T> => {
  try {
    return await opening
  } catch (cause) {
    throw new StoreUnavailableError(store, settings, cause)
  }
}

/**
 * Opens an installation: takes the home folder, opens both stores and migrates them.
 * Errors: `HomeInUseError` when another process holds the folder, `BackupError` `restore_unfinished`, `StoreUnavailableError`;
 * else what a migration said. Whatever was opened is closed again.
 */
export async function openContext(settings: Settings, options: { clock?: Clock; log?: Logger } = {}): Promise<Context> {
  const { clock = systemClock, log = pino({ level: settings.logLevel }) } = options
  const lostConnection = (cause: Error): void => log.warn({ code: cause.name }, 'record store: idle connection lost')
  const closers: Closer[] = []
  try {
    const lock = takeHomeLock(settings.home, clock)
    closers.push(() => lock.release())
    refuseUnfinishedRestore(settings.home)
    const secrets = openSecrets(settings.home)
    const records = await named('records', settings, openRecordStore(settings, lostConnection))
    closers.push(() => records.close())
    const facts = await named('facts', settings, openFactStore(settings))
    closers.push(() => facts.close())
    const applied = { records: await migrateRecords(records, clock), facts: await migrateFacts(facts, clock) }
    if (applied.records.length + applied.facts.length > 0) log.info({ applied }, 'migrated')
    return {
      settings,
      facts,
      records,
      clock,
      log,
      secrets,
      onClose: (closer) => {
        closers.push(closer)
      },
      close: () => closeAll(closers),
    }
  } catch (cause) {
    await closeAll(closers)
    throw cause
  }
}
