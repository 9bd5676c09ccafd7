export const DRIVERS = ['gmv', 'uv', 'cvr', 'aov'] as const
export type Driver = (typeof DRIVERS)[number]

/** GMV and AOV in fen (GMV on the paid basis, AOV per paying buyer), UV in people, CVR as a fraction. `null`: to be found. */
export type DriverSet = Record<Driver, number | null>

/** What a driver would have to be, the others as given; `slack` is by how much that differs from what was given (−0.0545). */
export type DriverSlack = { driver: Driver; given: number; needed: number; slack: number }

/**
 * `solved`: three were given and `values` has all four. `consistent`: all four were given and agree. `overdetermined`: they
 * do not agree; each line says what one of them would have to be. `underdetermined`: name more of `missing`.
 */
export type DriverAnswer =
  | { kind: 'solved'; solved: Driver; values: Record<Driver, number> }
  | { kind: 'consistent'; values: Record<Driver, number> }
  | { kind: 'overdetermined'; values: Record<Driver, number>; slacks: DriverSlack[] }
  | { kind: 'underdetermined'; missing: Driver[] }
  | { kind: 'impossible'; driver: Driver; needed: number | null }

/** Four figures agree when GMV is met to this share; targets are written with fewer digits than that. */
const AGREES = 1e-6

function neededFor(driver: Driver, { gmv, uv, cvr, aov }: Record<Driver, number>): number {
  switch (driver) {
    case 'gmv':
      return uv * cvr * aov
    case 'uv':
      return gmv / (cvr * aov)
    case 'cvr':
      return gmv / (uv * aov)
    case 'aov':
      return gmv / (uv * cvr)
  }
}

const known = (given: DriverSet): Record<Driver, number> => ({
  gmv: given.gmv ?? 1,
  uv: given.uv ?? 1,
  cvr: given.cvr ?? 1,
  aov: given.aov ?? 1,
})

function solveOne(driver: Driver, given: DriverSet): DriverAnswer {
  const needed = neededFor(driver, known(given))
  // A rate above 1, or a division by nothing, is no plan.
  if (!Number.isFinite(needed) || needed < 0 || (driver === 'cvr' && needed > 1))
    return { kind: 'impossible', driver, needed: Number.isFinite(needed) ? needed : null }
  return { kind: 'solved', solved: driver, values: { ...known(given), [driver]: needed } }
}

/**
 * GMV = UV × CVR × AOV: any three give the fourth; all four are checked against each other (P2.03).
 * Shape: see `DriverAnswer`. Fractions are not rounded. Errors: `impossible` names the driver that no figure fits.
 * @example solveDrivers({ gmv: 130, uv: null, cvr: 1.25, aov: 110 }) // uv 0.9454…
 */
export function solveDrivers(given: DriverSet): DriverAnswer {
  const missing = DRIVERS.filter((d) => given[d] === null)
  const [first] = missing
  if (missing.length > 1) return { kind: 'underdetermined', missing }
  if (first) return solveOne(first, given)
  const values = known(given)
  const product = neededFor('gmv', values)
  if (Math.abs(product - values.gmv) <= AGREES * Math.abs(values.gmv)) return { kind: 'consistent', values }
  const slacks = DRIVERS.flatMap((driver): DriverSlack[] => {
    const needed = neededFor(driver, values)
    return Number.isFinite(needed) && values[driver] !== 0
      ? [{ driver, given: values[driver], needed, slack: needed / values[driver] - 1 }]
      : []
  })
  return { kind: 'overdetermined', values, slacks }
}

/** Last year's four figures grown: `null` growth stays to be found. Rates of growth as fractions (0.3 is +30 %). */
export function growDrivers(base: Record<Driver, number>, growth: DriverSet): DriverSet {
  const grown = (driver: Driver): number | null => {
    const rate = growth[driver]
    return rate === null ? null : base[driver] * (1 + rate)
  }
  return { gmv: grown('gmv'), uv: grown('uv'), cvr: grown('cvr'), aov: grown('aov') }
}

/** What four growth rates say of each other, without any figures: last year is 1. */
export function solveGrowth(growth: DriverSet): DriverAnswer {
  const ones = { gmv: 1, uv: 1, cvr: 1, aov: 1 }
  const given = growDrivers(ones, growth)
  // Indices are no rates: a conversion index above 1 is growth, not an impossible rate.
  const missing = DRIVERS.filter((d) => given[d] === null)
  const [only] = missing
  if (missing.length !== 1 || only !== 'cvr') return solveDrivers(given)
  const needed = neededFor('cvr', known(given))
  if (!Number.isFinite(needed)) return { kind: 'impossible', driver: 'cvr', needed: null }
  return { kind: 'solved', solved: 'cvr', values: { ...known(given), cvr: needed } }
}
