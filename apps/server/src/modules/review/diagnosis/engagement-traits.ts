import type { Participation } from '@zhanggui/analysis'
import type { EngagementGroup } from '@zhanggui/contract'

type Trait = EngagementGroup['traits'][number]

/** What somebody did, and what is known of them. */
export type Participant = { did: Participation; paid: boolean; traits: Record<Trait['dimension'], string> }

const DIMENSIONS = ['channel', 'device', 'category'] as const

/** A trait is told when at least one in twenty of the group has it, and a fifth more often than everybody. Project defaults. */
const SHARE_MIN = 0.05
const LIFT_MIN = 1.2
const SHOWN = 4

function shares(people: readonly Participant[], dimension: Trait['dimension']): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { traits } of people)
    if (traits[dimension] !== '') counts.set(traits[dimension], (counts.get(traits[dimension]) ?? 0) + 1)
  return new Map([...counts].map(([value, count]) => [value, count / people.length]))
}

/** What people of a group have more often than everybody, the most telling first. */
export function traitsOf(group: readonly Participant[], everybody: readonly Participant[]): Trait[] {
  return DIMENSIONS.flatMap((dimension) => {
    const whole = shares(everybody, dimension)
    return [...shares(group, dimension)].map(([value, share]) => ({
      dimension,
      value,
      share,
      lift: share / (whole.get(value) ?? share),
    }))
  })
    .filter(({ share, lift }) => share >= SHARE_MIN && lift >= LIFT_MIN)
    .sort((a, b) => b.lift - a.lift || b.share - a.share || (a.value < b.value ? -1 : 1))
    .slice(0, SHOWN)
}
