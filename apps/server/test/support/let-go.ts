/** A closed installation answers what is still on its way first, on a slow machine too. */
const LATER_MS = 5000

const held = new WeakMap<object, (() => void)[]>()

/**
 * A stand-in for an object, until the installation is let go of. Files of tests share a process whose modules are never forgotten, so a
 * variable of a file keeps what it names until the end: 17 MB for an app and its stores, which every collection of garbage walks
 * through for the hundred files that follow. With the stand-in it keeps nothing. An installation is held until `itself` is let go of.
 */
export function until<T extends object>(installation: object | 'itself', object: T): T {
  const { proxy, revoke } = Proxy.revocable(object, {})
  const key = installation === 'itself' ? proxy : installation
  held.set(key, [...(held.get(key) ?? []), revoke])
  return proxy
}

/** After an installation was closed. */
export function letGo(installation: object): void {
  const revokes = held.get(installation) ?? []
  setTimeout(() => {
    for (const revoke of revokes) revoke()
  }, LATER_MS).unref()
}
