import { type DriverSlack, solveDrivers } from './solve-drivers.ts'

/** UV, CVR and AOV of a node, or null for what is not known there. AOV in fen per paying buyer, CVR as a fraction. */
export type NodeRates = { uv: number | null; cvr: number | null; aov: number | null }

/**
 * `visits`: UV, CVR and AOV make the target. `buyers`: visits are not counted there (a SKU has no visits of its own), so paying buyers and
 * AOV make it. `overdetermined`: the three are locked and contradict the target. `unknown`: no rates of last year to go by.
 */
export type NodeDrivers =
  | { kind: 'visits'; uv: number; cvr: number; aov: number }
  | { kind: 'buyers'; buyers: number; aov: number }
  | { kind: 'overdetermined'; slacks: DriverSlack[] }
  | { kind: 'unknown' }

const grown = (rate: number | null, growth: number): number | null => (rate === null ? null : rate * (1 + growth))

/** People are whole and what is needed of them at least; a product of decimals lies a hair beside the number it means. */
const people = (needed: number): number => Math.ceil(needed - 1e-6 * Math.max(1, needed))

function buyersFor(target: number, aov: number): NodeDrivers {
  const solved = solveDrivers({ gmv: target, uv: null, cvr: 1, aov })
  return solved.kind === 'solved' ? { kind: 'buyers', buyers: people(solved.values.uv), aov } : { kind: 'unknown' }
}

/**
 * Auxiliary targets of one node of the tree (P2.08): rates go on from last year with the growth that is planned, visitors follow from
 * what the target then needs. A locked figure stays and one that is free follows: first visitors, then conversion, then AOV.
 * Shape: see `NodeDrivers`; AOV in whole fen, people rounded up, so that the three bring the target or a little more.
 * @example nodeDrivers({ target: 130_000, last: { uv: 1000, cvr: 0.01, aov: 10_000 }, growth: { cvr: 0, aov: 0 }, locked: {} }) // uv 1300
 */
export function nodeDrivers(given: {
  target: number
  last: NodeRates
  growth: { cvr: number; aov: number }
  locked: Partial<Record<'uv' | 'cvr' | 'aov', number>>
}): NodeDrivers {
  const { target, last, growth, locked } = given
  const aov = locked.aov ?? wholeOf(grown(last.aov, growth.aov))
  const cvr = locked.cvr ?? grown(last.cvr, growth.cvr)
  if (aov === null || aov <= 0) return { kind: 'unknown' }
  if (cvr === null || last.uv === null) return buyersFor(target, aov)
  const uv = locked.uv ?? null
  if (uv === null) return solved({ gmv: target, uv: null, cvr: Math.min(1, cvr), aov })
  if (locked.cvr === undefined) return solved({ gmv: target, uv, cvr: null, aov })
  return solved({ gmv: target, uv, cvr, aov: locked.aov === undefined ? null : aov })
}

const wholeOf = (fen: number | null): number | null => (fen === null ? null : Math.round(fen))

function solved(set: Parameters<typeof solveDrivers>[0]): NodeDrivers {
  const answer = solveDrivers(set)
  if (answer.kind === 'overdetermined') return { kind: 'overdetermined', slacks: answer.slacks }
  if (answer.kind !== 'solved' && answer.kind !== 'consistent') return { kind: 'unknown' }
  const { uv, cvr, aov } = answer.values
  return { kind: 'visits', uv: people(uv), cvr, aov: Math.round(aov) }
}
