import type { Disk } from '../journal/disk.ts'

/** A file as whole words; `oddBytes` are left over at its end. */
export function wordsOfFile(disk: Disk, name: string): { words: Int32Array; oddBytes: number } {
  const bytes = disk.read(name)
  const oddBytes = bytes.length % 4
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  return { words: new Int32Array(whole.buffer, whole.byteOffset, (bytes.length - oddBytes) / 4), oddBytes }
}
