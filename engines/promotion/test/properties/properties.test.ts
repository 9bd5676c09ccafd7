import { beforeAll, describe, expect, it } from 'vitest'
import { MECHANICS } from '../../src/index.ts'
import { type Checked, checkCases } from './check-cases.ts'
import { LAWS } from './laws/index.ts'

/** As many as a minute of continuous integration can spare; `npm run soak:promotion` draws two hundred thousand. */
const CASES = 2000

describe(`[P6.01] ${CASES} random carts under random rule sets`, () => {
  let checked: Checked
  beforeAll(() => {
    checked = checkCases({ seed: 'ci', from: 0, until: CASES })
  })

  it.each(Object.keys(LAWS))('%s', (law) => {
    expect(checked.breaches.filter((breach) => breach.law === law)).toEqual([])
  })

  it('every mechanic of the registry holds in some of them', () => {
    const idle = MECHANICS.filter(({ mechanic }) => !checked.hits.has(mechanic)).map(({ mechanic }) => mechanic)
    expect(idle).toEqual([])
  })
})
