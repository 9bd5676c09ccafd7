/**
 * The few things a journal asks of a disk; names are those of files in one folder. What is appended may be lost, torn or out
 * of order at a crash until `sync` of that file has come back; names made, changed or removed may be lost until `syncNames`.
 * Room may be written ahead as zeros; then a full disk has to be met before the first byte of a record, as inside such room a
 * record cut short looks like one that has rotted.
 * Errors: every call may throw; `DiskFullError` when there is no room. After any throw the journal must not be used again.
 */
export type Disk = {
  list(): string[]
  /** The whole file. Throws where there is none. */
  read(name: string): Uint8Array
  /** At the end of the file, which is made where there is none. */
  append(name: string, bytes: Uint8Array): void
  /** So many bytes would cost less at the start of a new journal file than at the end of this one. */
  prefersNew(name: string, bytes: number): boolean
  sync(name: string): void
  rename(from: string, to: string): void
  remove(name: string): void
  /** Cuts the file to its first `bytes` bytes. */
  truncate(name: string, bytes: number): void
  syncNames(): void
}

/** No room left. An adapter throws it in place of the system's own error. */
export class DiskFullError extends Error {
  override readonly name = 'DiskFullError'
}
