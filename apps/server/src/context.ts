import type { Clock } from '@zhanggui/kernel'
import type { Logger } from 'pino'
import type { Settings } from './settings.ts'
import type { FactStore } from './storage/facts/fact-store.ts'
import type { RecordStore } from './storage/records/record-store.ts'
import type { Secrets } from './storage/secrets.ts'

/** How passwords become what is stored of them. */
export type Passwords = {
  hash(password: string): Promise<string>
  verify(given: { hash: string; password: string }): Promise<boolean>
}

/** What modules are handed instead of reaching for the environment, the clock or a global. */
export type Context = {
  readonly settings: Settings
  readonly facts: FactStore
  readonly records: RecordStore
  readonly clock: Clock
  /** Structured; nobody writes personal data or secrets to it. */
  readonly log: Logger
  readonly secrets: Secrets
  /** Unless given, the identity library's: scrypt, 60 ms of a processor. */
  readonly passwords?: Passwords
  /** What a module opened for itself is closed before the stores it leans on. */
  onClose(closer: () => void | Promise<void>): void
  /** Closes both stores and lets the home folder go. Safe to call twice. */
  close(): Promise<void>
}
