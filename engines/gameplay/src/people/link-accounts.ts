/** What two accounts of one person may have in common. Only hashes are needed; equal text is the same mark. */
export const MARK_KINDS = ['payment', 'device', 'address'] as const
export type MarkKind = (typeof MARK_KINDS)[number]
/**
 * An account was seen with a mark. `isUnlinked`: somebody looked at it and took the mark off this account (a phone that was sold);
 * from then on it ties nobody, however often it is seen again.
 */
export type Sighting = { accountId: string; kind: MarkKind; mark: string; isUnlinked?: boolean }

/**
 * How much each kind of mark says, and from how much on two accounts are one person. A way to pay and a device are somebody's own;
 * an address is a household's, so it takes two addresses in common. An address of more than `addressSharedMost` accounts is a
 * dormitory or a pick-up point and says nothing; devices and ways to pay have no such bound, for a farm would hide behind it.
 */
export type LinkRule = { weights: Readonly<Record<MarkKind, number>>; linkFrom: number; addressSharedMost: number }
export const LINK_RULE: LinkRule = {
  weights: { payment: 2, device: 2, address: 1 },
  linkFrom: 2,
  addressSharedMost: 6,
}

/** Why two accounts are taken for one person: the kinds they share, each as often as it is shared. */
export type AccountLink = { accounts: readonly [string, string]; kinds: readonly MarkKind[] }
/** Accounts of one person, in order of their ids, with the links that hold them together. */
export type LinkedPerson = { accounts: readonly string[]; links: readonly AccountLink[] }

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Accounts by mark, each once; addresses of too many are left out. Who was taken off a mark ties nobody, but was seen there: a
 * pick-up point stays one.
 */
function holdersOf(sightings: readonly Sighting[], { addressSharedMost }: LinkRule) {
  const holders = new Map<string, { kind: MarkKind; seen: Set<string>; off: Set<string> }>()
  for (const { accountId, kind, mark, isUnlinked = false } of sightings) {
    const key = `${kind}\n${mark}`
    const known = holders.get(key) ?? { kind, seen: new Set(), off: new Set() }
    known.seen.add(accountId)
    if (isUnlinked) known.off.add(accountId)
    holders.set(key, known)
  }
  return [...holders.values()]
    .filter(({ kind, seen }) => kind !== 'address' || seen.size <= addressSharedMost)
    .map(({ kind, seen, off }) => ({ kind, accounts: [...seen].filter((id) => !off.has(id)).sort(byText) }))
}

/**
 * Kinds shared by each pair. A mark of many accounts ties each to the next only: that is the same group with far fewer pairs, and
 * marks that tie by themselves need no more. Addresses add up pair by pair, and are few.
 */
function sharedKinds(sightings: readonly Sighting[], rule: LinkRule): Map<string, MarkKind[]> {
  const shared = new Map<string, MarkKind[]>()
  const note = (a: string, b: string, kind: MarkKind): void => {
    const pair = JSON.stringify([a, b].sort(byText))
    shared.set(pair, [...(shared.get(pair) ?? []), kind])
  }
  for (const { kind, accounts } of holdersOf(sightings, rule)) {
    const tiesAlone = rule.weights[kind] >= rule.linkFrom
    for (const [i, a] of accounts.entries())
      for (const b of tiesAlone ? accounts.slice(i + 1, i + 2) : accounts.slice(i + 1)) note(a, b, kind)
  }
  return shared
}

function linksOf(sightings: readonly Sighting[], rule: LinkRule): AccountLink[] {
  return [...sharedKinds(sightings, rule)]
    .filter(([, kinds]) => kinds.reduce((sum, kind) => sum + rule.weights[kind], 0) >= rule.linkFrom)
    .map(([pair, kinds]) => ({ accounts: JSON.parse(pair) as [string, string], kinds: [...kinds].sort(byText) }))
    .sort((a, b) => byText(a.accounts.join('\n'), b.accounts.join('\n')))
}

/** The account that stands for the group so far; paths are shortened on the way, so that a million accounts stay near linear. */
function rootOf(parents: Map<string, string>, account: string): string {
  let at = account
  for (let up = parents.get(at) ?? at; up !== at; up = parents.get(at) ?? at) {
    parents.set(at, parents.get(up) ?? up)
    at = up
  }
  return at
}

/**
 * Accounts that are one person by what they share (P6.09, P13.05): whoever shares enough with one account of a person is that person.
 * Shape: people with two accounts and more, in order of their first account; the order of the sightings does not matter.
 * @example linkAccounts([{ accountId: 'a', kind: 'device', mark: 'd1' }, { accountId: 'b', kind: 'device', mark: 'd1' }])[0]?.accounts // ['a', 'b']
 */
export function linkAccounts(sightings: readonly Sighting[], rule: LinkRule = LINK_RULE): LinkedPerson[] {
  const links = linksOf(sightings, rule)
  const parents = new Map<string, string>()
  for (const { accounts } of links) {
    const [a, b] = accounts.map((account) => rootOf(parents, account)).sort(byText) as [string, string]
    parents.set(b, a)
  }
  const people = Map.groupBy(links, ({ accounts }) => rootOf(parents, accounts[0]))
  return [...people.values()].map((own) => ({
    accounts: [...new Set(own.flatMap(({ accounts }) => accounts))].sort(byText),
    links: own,
  }))
}

/** The accounts of one person, this one included and first. */
export function accountsOf(accountId: string, sightings: readonly Sighting[], rule: LinkRule = LINK_RULE): string[] {
  const person = linkAccounts(sightings, rule).find(({ accounts }) => accounts.includes(accountId))
  return [accountId, ...(person?.accounts ?? []).filter((account) => account !== accountId)]
}
