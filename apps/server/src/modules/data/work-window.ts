/**
 * Work that runs side by side and is told of in order: at most `size` pieces at once; `done` of a piece is called when it
 * and every piece before it are finished. A failed piece fails the next `add`, or `drain`.
 */
export class WorkWindow {
  private readonly size: number
  private readonly open: Promise<void>[] = []
  private readonly running = new Set<Promise<void>>()
  private last: Promise<void> = Promise.resolve()

  constructor(size: number) {
    this.size = size
  }

  /** Starts the piece as soon as there is room for it. */
  async add(work: () => Promise<void>, done: () => Promise<void>): Promise<void> {
    if (this.open.length >= this.size) await this.open.shift()
    const before = this.last
    const piece = work()
    this.running.add(piece)
    piece.then(
      () => this.running.delete(piece),
      () => this.running.delete(piece),
    )
    this.last = Promise.all([before, piece]).then(done)
    // A failure is met at the next await; until then it must not count as unhandled.
    this.last.catch(() => undefined)
    this.open.push(this.last)
  }

  /** Waits for every piece. Errors: rejects with the first failure. */
  drain(): Promise<void> {
    return this.last
  }

  /** Waits for every piece, failed or not, so that what they use can be taken away. */
  async settle(): Promise<void> {
    await Promise.allSettled([...this.running, this.last])
  }
}
