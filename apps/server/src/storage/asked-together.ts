/** Answers for keys; one that is not in it has none. */
type Ask<V> = (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>

/** As many keys as one question carries. */
const KEYS_MOST = 1000

/**
 * Look-ups that come while one is under way are asked together by the next. Somebody alone waits no longer than before; a crowd asks
 * once instead of once each. An answer is never older than the question: what is under way is not shared with who comes later.
 */
export class AskedTogether<V> {
  private readonly ask: Ask<V>
  private waiting = new Set<string>()
  private next: Promise<ReadonlyMap<string, V>> | undefined
  private underWay: Promise<unknown> = Promise.resolve()

  constructor(ask: Ask<V>) {
    this.ask = ask
  }

  /** Errors: rejects with the question's error, for all who asked in it. */
  async of(keys: readonly string[]): Promise<ReadonlyMap<string, V>> {
    if (this.waiting.size >= KEYS_MOST) await this.next
    for (const key of keys) this.waiting.add(key)
    this.next ??= this.begin()
    return this.next
  }

  private async begin(): Promise<ReadonlyMap<string, V>> {
    // Whoever is under way may fail for reasons of its own.
    await this.underWay.catch(() => undefined)
    const asked = [...this.waiting]
    this.waiting = new Set()
    this.next = undefined
    const answer = this.ask(asked)
    this.underWay = answer
    return answer
  }
}

/** One desk of a kind for each store, made when it is first asked. */
export function desksFor<Store extends WeakKey, V>(ask: (store: Store) => Ask<V>): (store: Store) => AskedTogether<V> {
  const desks = new WeakMap<Store, AskedTogether<V>>()
  return (store) => {
    const desk = desks.get(store) ?? new AskedTogether(ask(store))
    desks.set(store, desk)
    return desk
  }
}
