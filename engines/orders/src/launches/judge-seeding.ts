import { ratio } from '@zhanggui/kernel'

/** A creator who is to post about a launch. Days are business days; null: not agreed, not happened. */
export type Seeding = {
  creator: string
  platform: string
  postId: string | null
  samples: number
  sampleDue: string | null
  sampleSent: string | null
  postDue: string
  plannedViews: number | null
  costCents: number
}

export type SeedingPost = { platform: string; postId: string; author: string; day: string; views: number | null }

/** `sampleLate`, `postLate`: its day has passed. `sent`: the sample is under way or there. */
export const SEEDING_STATES = ['planned', 'sampleLate', 'sent', 'postLate', 'posted'] as const
export type SeedingState = (typeof SEEDING_STATES)[number]

export type JudgedSeeding = Seeding & { state: SeedingState; posts: number; views: number | null }

export type SeedingSum = {
  creators: number
  posted: number
  late: number
  samples: number
  costCents: number
  views: number | null
  plannedViews: number | null
  /** Views of the creators' posts of all exposures of the launch, the shop's own and theirs; null where either is unknown. */
  share: number | null
  /** What a thousand views cost; null without views. */
  costPerThousandCents: number | null
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

/** By its number where one is given, else what the creator posted on that platform. */
function isOf({ creator, platform, postId }: Seeding, post: SeedingPost): boolean {
  if (platform !== '' && plain(platform) !== plain(post.platform)) return false
  return postId ? postId === post.postId : plain(creator) === plain(post.author)
}

function stateOf({ sampleDue, sampleSent, postDue, samples }: Seeding, posts: number, today: string): SeedingState {
  if (posts > 0) return 'posted'
  if (today > postDue) return 'postLate'
  if (sampleSent !== null) return 'sent'
  return samples > 0 && sampleDue !== null && today > sampleDue ? 'sampleLate' : 'planned'
}

const sumKnown = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
}

/**
 * Each creator against what was agreed (P5.07). A post counts for one creator, the first who is meant by it, and one day counts towards
 * `postDue` itself: late is the day after. Shape: in the order of the seedings.
 */
export function judgeSeeding(
  seedings: readonly Seeding[],
  posts: readonly SeedingPost[],
  today: string,
): JudgedSeeding[] {
  const free = new Set(posts)
  // Those with a number first: their posts are certain and are nobody else's.
  const order = [...seedings].sort((a, b) => Number(b.postId !== null) - Number(a.postId !== null))
  const own = new Map<Seeding, SeedingPost[]>()
  for (const seeding of order) {
    const mine = [...free].filter((post) => isOf(seeding, post))
    for (const post of mine) free.delete(post)
    own.set(seeding, mine)
  }
  return seedings.map((seeding) => {
    const mine = own.get(seeding) ?? []
    const views = sumKnown(mine.map((post) => post.views))
    return { ...seeding, posts: mine.length, views, state: stateOf(seeding, mine.length, today) }
  })
}

const isLate = ({ state }: JudgedSeeding): boolean => state === 'sampleLate' || state === 'postLate'

/** The seeding of a launch as a whole. `exposures`: the shop's own of the launch; null where nobody counted. */
export function sumSeeding(judged: readonly JudgedSeeding[], exposures: number | null): SeedingSum {
  const views = sumKnown(judged.map((one) => one.views))
  const costCents = judged.reduce((sum, one) => sum + one.costCents, 0)
  return {
    creators: judged.length,
    posted: judged.filter(({ state }) => state === 'posted').length,
    late: judged.filter(isLate).length,
    samples: judged.reduce((sum, { samples }) => sum + samples, 0),
    costCents,
    views,
    plannedViews: sumKnown(judged.map(({ plannedViews }) => plannedViews)),
    share: views === null || exposures === null ? null : ratio(views, views + exposures),
    costPerThousandCents: views === null || views === 0 ? null : Math.round((costCents * 1000) / views),
  }
}
