import { createRng, type Rng } from '@zhanggui/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountsOf, linkAccounts, type MarkKind, type Sighting } from '../../src/index.ts'

/** `a device:1` — account, kind and mark in a few letters. */
const seen = (...rows: string[]): Sighting[] =>
  rows.map((row) => {
    const [accountId = '', words = ''] = row.split(' ')
    const [kind, mark = ''] = words.split(':')
    return { accountId, kind: kind as MarkKind, mark }
  })
const groups = (...rows: string[]): string[] => linkAccounts(seen(...rows)).map(({ accounts }) => accounts.join(''))

describe('accounts of one person', () => {
  it.each([
    ['the same way to pay', ['a payment:1', 'b payment:1'], ['ab']],
    ['the same device', ['a device:1', 'b device:1'], ['ab']],
    ['the same address only: a household', ['a address:1', 'b address:1'], []],
    ['two addresses in common: one person', ['a address:1', 'b address:1', 'a address:2', 'b address:2'], ['ab']],
    ['the same words of another kind', ['a device:1', 'b payment:1'], []],
    ['one account that is seen twice', ['a device:1', 'a device:1'], []],
    ['through a third account', ['a device:1', 'b device:1', 'b payment:2', 'c payment:2'], ['abc']],
    ['two people', ['a device:1', 'b device:1', 'c device:2', 'd device:2'], ['ab', 'cd']],
    ['a farm of many accounts on one device', [...'abcdefghij'].map((x) => `${x} device:1`), ['abcdefghij']],
    [
      'two pick-up points that many share say nothing',
      [...'abcdefg'].flatMap((x) => [`${x} address:1`, `${x} address:2`]),
      [],
    ],
    ['nobody', [], []],
  ])('[P6.09] %s', (_what, rows, expected) => {
    expect(groups(...rows)).toEqual(expected)
  })

  it('[P6.09] a link tells what is shared, and an account knows its others', () => {
    const sightings = seen('a device:1', 'b device:1', 'b payment:2', 'a payment:2', 'c address:9')
    expect(linkAccounts(sightings)[0]?.links).toEqual([{ accounts: ['a', 'b'], kinds: ['device', 'payment'] }])
    expect(accountsOf('b', sightings)).toEqual(['b', 'a'])
    expect(accountsOf('c', sightings)).toEqual(['c'])
  })

  it('[P6.09] the order of what was seen does not matter, and nobody is in two groups', () => {
    const sighting = fc.record({
      accountId: fc.constantFrom(...'abcdefgh'),
      kind: fc.constantFrom<MarkKind>('device', 'address', 'payment'),
      mark: fc.constantFrom('1', '2', '3'),
    })
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 30 }), (sightings) => {
        const people = linkAccounts(sightings).map(({ accounts }) => accounts)
        expect(linkAccounts([...sightings].reverse()).map(({ accounts }) => accounts)).toEqual(people)
        const all = people.flat()
        expect(new Set(all).size).toBe(all.length)
      }),
      { seed: 609, numRuns: 200 },
    )
  })
})

/** A town: people with what they use, families, dormitories, pick-up points — and people with ten accounts each. */
function drawTown(
  rng: Rng,
  { honest, farmers, accountsEach }: { honest: number; farmers: number; accountsEach: number },
) {
  const sightings: Sighting[] = []
  const personOf = new Map<string, string>()
  const see = (accountId: string, kind: MarkKind, mark: string) => sightings.push({ accountId, kind, mark })
  for (let i = 0; i < honest; i++) {
    const id = `h${i}`
    personOf.set(id, id)
    see(id, 'payment', `pay-${id}`)
    // One in forty shares a tablet at home; every third lives in a family of three, one in ten in a dormitory of forty.
    see(id, 'device', rng.next() < 0.025 ? `tablet-${Math.floor(i / 3)}` : `phone-${id}`)
    see(
      id,
      'address',
      rng.next() < 0.1 ? `dorm-${Math.floor(i / 400)}` : rng.next() < 0.33 ? `home-${Math.floor(i / 3)}` : `flat-${id}`,
    )
    if (rng.next() < 0.2) see(id, 'address', `pick-up-${rng.int(20)}`)
  }
  for (let f = 0; f < farmers; f++)
    for (let n = 0; n < accountsEach; n++) {
      const id = `f${f}-${n}`
      personOf.set(id, `f${f}`)
      // Some accounts get a way to pay or a device of their own; hardly any get both, and parcels go to few places.
      see(id, 'payment', rng.next() < 0.6 ? `pay-f${f}-${rng.int(2)}` : `pay-${id}`)
      see(id, 'device', rng.next() < 0.7 ? `phone-f${f}-${rng.int(2)}` : `phone-${id}`)
      see(id, 'address', `flat-f${f}`)
      if (rng.next() < 0.7) see(id, 'address', `office-f${f}`)
    }
  return { sightings, personOf }
}

describe('a town with farmers of accounts', () => {
  it('[P6.09] packs of the second account on are stopped with 5 of 6, and of honest people at the most 2 of 100 meet a stop', () => {
    const [honest, farmers, accountsEach] = [6000, 40, 10]
    const { sightings, personOf } = drawTown(createRng('town'), { honest, farmers, accountsEach })
    const firstOf = new Map<string, string>()
    for (const { accounts } of linkAccounts(sightings))
      for (const account of accounts) firstOf.set(account, accounts[0] ?? '')
    let [stoppedHonest, gotByFarmers] = [0, 0]
    for (const account of personOf.keys()) {
      const isStopped = (firstOf.get(account) ?? account) !== account
      if (account.startsWith('h')) stoppedHonest += Number(isStopped)
      else gotByFarmers += Number(!isStopped)
    }
    // Each farmer may rightly have one.
    const lost = gotByFarmers - farmers
    expect(lost / (farmers * (accountsEach - 1))).toBeLessThan(1 / 6)
    expect(stoppedHonest / honest).toBeLessThan(0.02)
  })
})
