import type { Disk } from '@zhanggui/orders'

/** Files in memory: a core that is gone with the process, for tests, rehearsals and measurements without a disk. */
export class MemoryDisk implements Disk {
  private readonly files = new Map<string, Uint8Array[]>()

  list(): string[] {
    return [...this.files.keys()]
  }

  read(name: string): Uint8Array {
    return new Uint8Array(Buffer.concat(this.file(name)))
  }

  append(name: string, bytes: Uint8Array): void {
    const pieces = this.files.get(name)
    if (pieces) pieces.push(bytes.slice())
    else this.files.set(name, [bytes.slice()])
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
