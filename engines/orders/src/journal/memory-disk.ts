import type { Disk } from './disk.ts'

/** Files in memory: for rehearsals, tests and measurements without a disk. */
export class MemoryDisk implements Disk {
  private readonly files = new Map<string, Uint8Array[]>()

  list(): string[] {
    return [...this.files.keys()]
  }

  read(name: string): Uint8Array {
    const pieces = this.file(name)
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  append(name: string, bytes: Uint8Array): void {
    const pieces = this.files.get(name)
    if (pieces) pieces.push(bytes.slice())
    else this.files.set(name, [bytes.slice()])
  }

  prefersNew(): boolean {
    return false
  }

  sync(): void {}

  rename(from: string, to: string): void {
    this.files.set(to, this.file(from))
    this.files.delete(from)
  }

  remove(name: string): void {
    this.files.delete(name)
  }

  truncate(name: string, bytes: number): void {
    this.files.set(name, [this.read(name).slice(0, bytes)])
  }

  syncNames(): void {}

  private file(name: string): Uint8Array[] {
    const pieces = this.files.get(name)
    if (!pieces) throw new Error(`No file ${name} 没有该文件`)
    return pieces
  }
}
