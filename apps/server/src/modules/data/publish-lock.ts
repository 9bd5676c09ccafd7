const turns = new Map<string, Promise<void>>()

/** One after the other for each shop: two imports that publish at once could each miss the other's rows. */
export async function takeTurn<T>(store: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(store) ?? Promise.resolve()
  const mine = before.then(work, work)
  const settled = mine.then(
    () => undefined,
    () => undefined,
  )
  turns.set(store, settled)
  try {
    return await mine
  } finally {
    if (turns.get(store) === settled) turns.delete(store)
  }
}
