import type { Identity, Recognised } from '../../src/modules/admin/identity/identity.ts'

/**
 * Looks a session up at its first call and remembers who it was while `mayRemember` says so: two statements a call are most of what
 * ten thousand calls of the same few people cost. What the person may do is asked anew at every call, as always.
 */
export function rememberPeople(identity: Identity, mayRemember: () => boolean): Identity {
  const known = new Map<string, Recognised | null>()
  return {
    ...identity,
    async recognise(origin) {
      const { cookie } = origin
      if (cookie === undefined || !mayRemember()) return identity.recognise(origin)
      const remembered = known.get(cookie)
      if (remembered !== undefined) return remembered
      const recognised = await identity.recognise(origin)
      known.set(cookie, recognised)
      return recognised
    },
  }
}
