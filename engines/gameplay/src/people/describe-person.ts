import {
  type AccountLink,
  LINK_RULE,
  type LinkedPerson,
  type LinkRule,
  linkAccounts,
  type Sighting,
} from './link-accounts.ts'

/** A sighting with its instant, UTC ms. */
export type TimedSighting = Sighting & { seenAtMs: number }

/**
 * What a mark does for a person: it ties accounts together; it is shared, but that is too little alone (one address: a household);
 * too many share it (a pick-up point); only one account has it; it was taken off.
 */
export const MARK_STANDINGS = ['ties', 'tooLittle', 'tooMany', 'own', 'unlinked'] as const
export type MarkStanding = (typeof MARK_STANDINGS)[number]

/** Who was seen with a mark, and when last. */
export type MarkHolder = { accountId: string; seenAtMs: number; isUnlinked: boolean }

/** `holders`: accounts of the person; `others`: how many accounts beside them were seen with the mark. */
export type DescribedMark = Pick<Sighting, 'kind' | 'mark'> & {
  standing: MarkStanding
  holders: readonly MarkHolder[]
  others: number
}

/** `accounts`: the one that was asked for first. Marks in the order of what they do, then the newest first. */
export type DescribedPerson = { accounts: readonly string[]; marks: readonly DescribedMark[] }

/** Each account once: seen last when it was seen last, and off the mark if it ever was taken off. */
function holdersOf(seen: readonly TimedSighting[]): MarkHolder[] {
  const holders = new Map<string, MarkHolder>()
  for (const { accountId, seenAtMs, isUnlinked = false } of seen) {
    const known = holders.get(accountId)
    holders.set(accountId, {
      accountId,
      seenAtMs: Math.max(known?.seenAtMs ?? seenAtMs, seenAtMs),
      isUnlinked: isUnlinked || (known?.isUnlinked ?? false),
    })
  }
  return [...holders.values()]
}

function standingOf(
  { kind, all, holders }: { kind: Sighting['kind']; all: readonly MarkHolder[]; holders: readonly MarkHolder[] },
  links: readonly AccountLink[],
  rule: LinkRule,
): MarkStanding {
  if (holders.every(({ isUnlinked }) => isUnlinked)) return 'unlinked'
  const counted = new Set(all.filter(({ isUnlinked }) => !isUnlinked).map(({ accountId }) => accountId))
  if (counted.size === 1) return 'own'
  if (kind === 'address' && all.length > rule.addressSharedMost) return 'tooMany'
  const isTie = ({ accounts, kinds }: AccountLink) => kinds.includes(kind) && accounts.every((id) => counted.has(id))
  return links.some(isTie) ? 'ties' : 'tooLittle'
}

const newest = ({ holders }: DescribedMark): number => Math.max(...holders.map(({ seenAtMs }) => seenAtMs))

const inOrder = (a: DescribedMark, b: DescribedMark): number =>
  MARK_STANDINGS.indexOf(a.standing) - MARK_STANDINGS.indexOf(b.standing) ||
  newest(b) - newest(a) ||
  (a.mark < b.mark ? -1 : 1)

/**
 * Which accounts are held to be one person with this one, and what of: for people who have to judge whether that is right.
 * Shape: every mark that an account of the person was seen with, also those that tie nobody and those that were taken off.
 * @example describePerson('a', [{ accountId: 'a', kind: 'device', mark: 'd', seenAtMs: 0 }]).marks[0]?.standing // 'own'
 */
export function describePerson(
  accountId: string,
  sightings: readonly TimedSighting[],
  rule: LinkRule = LINK_RULE,
): DescribedPerson {
  const alone: LinkedPerson = { accounts: [accountId], links: [] }
  const person = linkAccounts(sightings, rule).find(({ accounts }) => accounts.includes(accountId)) ?? alone
  const byMark = Map.groupBy(sightings, ({ kind, mark }) => `${kind}\n${mark}`)
  const marks = [...byMark.values()].flatMap((seen): DescribedMark[] => {
    const all = holdersOf(seen)
    const holders = all.filter((holder) => person.accounts.includes(holder.accountId))
    const { kind, mark } = seen[0] as TimedSighting
    if (holders.length === 0) return []
    const standing = standingOf({ kind, all, holders }, person.links, rule)
    return [{ kind, mark, standing, holders, others: all.length - holders.length }]
  })
  const others = person.accounts.filter((account) => account !== accountId)
  return { accounts: [accountId, ...others], marks: marks.sort(inOrder) }
}
