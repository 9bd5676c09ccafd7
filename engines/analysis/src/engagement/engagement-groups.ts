import { createRng, type Rng } from '@zhanggui/kernel'
import { agreement } from './agreement.ts'
import { kMeans, nearest, type Point } from './k-means.ts'

/** What somebody did in the shop; counts and seconds, none below zero. */
export type Participation = Readonly<Record<string, number>>

export type EngagementGroup = {
  /** 0 is the least engaged. */
  rank: number
  people: number
  share: number
  /** Mean of what its people did. */
  means: Participation
}

export type Engagement = {
  groups: EngagementGroup[]
  /** The group of each person, by rank, in order. */
  ranks: number[]
  /** How much groupings learned from other halves of the people agree on all of them: 1 the same, 0 by chance. */
  stability: number
}

/** How many groups are tried; the most stable number stands, ties to fewer groups. */
const COUNTS = [2, 3, 4] as const
/** Pairs of halves that each number of groups is tried on. */
const TRIALS = 3

type Scale = { middle: number[]; spread: number[] }

/** Few do much and many do little: logarithms, so that one who clicks a thousand times is not a group alone. */
const asPoint = (person: Participation, names: readonly string[]): Point =>
  names.map((name) => Math.log1p(person[name] ?? 0))

function scaleOf(points: readonly Point[], width: number): Scale {
  const columns = Array.from({ length: width }, (_, i) => points.map((point) => point[i] ?? 0))
  const middle = columns.map((values) => values.reduce((sum, v) => sum + v, 0) / values.length)
  const spread = columns.map((values, i) =>
    Math.sqrt(values.reduce((sum, v) => sum + (v - (middle[i] ?? 0)) ** 2, 0) / values.length),
  )
  return { middle, spread }
}

const scaled = (point: Point, { middle, spread }: Scale): Point =>
  point.map((value, i) => ((spread[i] ?? 0) === 0 ? 0 : (value - (middle[i] ?? 0)) / (spread[i] ?? 1)))

/** A coin for each person; both halves learn groups of their own, which then place everybody. */
function agreementOfHalves(points: readonly Point[], count: number, rng: Rng): number {
  const coins = points.map(() => rng.next() < 0.5)
  const place = (half: boolean): number[] => {
    const centres = kMeans(
      points.filter((_, i) => coins[i] === half),
      count,
      rng,
    )
    return points.map((point) => nearest(point, centres))
  }
  return agreement(place(true), place(false))
}

function stabilityOf(points: readonly Point[], count: number, rng: Rng): number {
  const trials = Array.from({ length: TRIALS }, () => agreementOfHalves(points, count, rng))
  return trials.reduce((sum, value) => sum + value, 0) / TRIALS
}

function groupsOf(
  people: readonly Participation[],
  names: readonly string[],
  ranks: readonly number[],
): EngagementGroup[] {
  return [...new Set(ranks)].sort().map((rank) => {
    const mine = people.filter((_, i) => ranks[i] === rank)
    const mean = (name: string): number => mine.reduce((sum, person) => sum + (person[name] ?? 0), 0) / mine.length
    return {
      rank,
      people: mine.length,
      share: mine.length / people.length,
      means: Object.fromEntries(names.map((name) => [name, mean(name)])),
    }
  })
}

/**
 * People grouped by how much they take part (P14.03): from the least to the most engaged, as many groups as come out alike when they
 * are learned from other people.
 * Shape: groups by rank; every person has the same features. Errors: fewer than twenty people are one group, stability 1.
 */
export function engagementGroups(people: readonly Participation[], seed: string): Engagement {
  const names = Object.keys(people[0] ?? {})
  if (people.length < 20) {
    const ranks = people.map(() => 0)
    return { groups: people.length === 0 ? [] : groupsOf(people, names, ranks), ranks, stability: 1 }
  }
  const raw = people.map((person) => asPoint(person, names))
  const scale = scaleOf(raw, names.length)
  const points = raw.map((point) => scaled(point, scale))
  const tried = COUNTS.map((count) => ({ count, stability: stabilityOf(points, count, createRng(`${seed} ${count}`)) }))
  const best = tried.reduce((a, b) => (b.stability > a.stability ? b : a))
  const centres = kMeans(points, best.count, createRng(seed)).toSorted(
    (a, b) => a.reduce((sum, v) => sum + v, 0) - b.reduce((sum, v) => sum + v, 0),
  )
  const ranks = points.map((point) => nearest(point, centres))
  return { groups: groupsOf(people, names, ranks), ranks, stability: best.stability }
}
