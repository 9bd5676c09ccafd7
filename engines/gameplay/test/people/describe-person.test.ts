import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountsOf, describePerson, linkAccounts, type MarkKind, type TimedSighting } from '../../src/index.ts'

/** `a device:1@5` — account, kind, mark and instant in a few letters; `-a device:1` was taken off the account. */
const seen = (...rows: string[]): TimedSighting[] =>
  rows.map((row) => {
    const [, off, accountId = '', kind = '', mark = '', at = '0'] = /^(-?)(\w+) (\w+):(\w+)(?:@(\d+))?$/.exec(row) ?? []
    return { accountId, kind: kind as MarkKind, mark, seenAtMs: Number(at), isUnlinked: off === '-' }
  })

const told = (...rows: string[]): string => {
  const { accounts, marks } = describePerson('a', seen(...rows))
  const words = marks.map(
    ({ kind, mark, standing, others }) => `${kind}:${mark} ${standing}${others ? ` +${others}` : ''}`,
  )
  return [accounts.join(''), ...words].join(', ')
}

/** Seven accounts at one door, one of them perhaps taken off it. */
const crowd = (mark: string, off = ''): string[] =>
  [...'abcdefg'].map((x) => `${x === off ? '-' : ''}${x} address:${mark}`)

const TWO_HOMES = ['a address:1', 'b address:1', 'a address:2']

describe('a person, and what ties the accounts', () => {
  it.each([
    ['nothing was seen', [], 'a'],
    ['a device of one’s own', ['a device:1'], 'a, device:1 own'],
    ['a device in common ties', ['a device:1', 'b device:1'], 'ab, device:1 ties'],
    ['one address in common is too little', ['a address:1', 'b address:1'], 'a, address:1 tooLittle +1'],
    ['two addresses tie together', [...TWO_HOMES, 'b address:2'], 'ab, address:1 ties, address:2 ties'],
    ['a pick-up point says nothing', crowd('1'), 'a, address:1 tooMany +6'],
    ['taken off the other account: each is alone', ['a device:1', '-b device:1'], 'a, device:1 own +1'],
    ['taken off this account', ['-a device:1', 'b device:1'], 'a, device:1 unlinked +1'],
    ['seen again after it was taken off', ['-a device:1', 'a device:1', 'b device:1'], 'a, device:1 unlinked +1'],
    [
      'one of two ties taken off leaves the other',
      ['a device:1', '-b device:1', 'a payment:2', 'b payment:2'],
      'ab, payment:2 ties, device:1 own',
    ],
    [
      'of two addresses one taken off: a household again',
      [...TWO_HOMES, '-b address:2'],
      'a, address:1 tooLittle +1, address:2 own +1',
    ],
    [
      'whoever is taken off two pick-up points does not make them homes of the others',
      [...crowd('1', 'g'), ...crowd('2', 'g')],
      'a, address:1 tooMany +6, address:2 tooMany +6',
    ],
  ])('[P6.09] %s', (_what, rows, expected) => {
    expect(told(...rows)).toBe(expected)
  })

  it('[P6.09] says when each account was last seen with a mark, the newest mark first', () => {
    const rows = seen('a device:1@5', 'a device:1@9', 'b device:1@7', 'b payment:2@30', 'a payment:2@2')
    const { marks } = describePerson('a', rows)
    const words = marks.map(({ kind, holders }) => [kind, ...holders.map((one) => `${one.accountId}@${one.seenAtMs}`)])
    expect(words).toEqual([
      ['payment', 'b@30', 'a@2'],
      ['device', 'a@9', 'b@7'],
    ])
  })

  it('[P6.09] taking marks off only ever parts accounts, and what is told is what the rule says', () => {
    const sighting = fc.record({
      accountId: fc.constantFrom(...'abcdefgh'),
      kind: fc.constantFrom<MarkKind>('device', 'address', 'payment'),
      mark: fc.constantFrom('1', '2', '3'),
      seenAtMs: fc.nat(9),
      isUnlinked: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(sighting, { maxLength: 40 }), (sightings) => {
        const { accounts, marks } = describePerson('a', sightings)
        expect(accounts).toEqual(accountsOf('a', sightings))
        expect(describePerson('a', [...sightings, ...sightings])).toEqual({ accounts, marks })
        for (const { standing, holders } of marks) {
          expect(holders.every(({ accountId }) => accounts.includes(accountId))).toBe(true)
          if (standing === 'ties') expect(holders.length).toBeGreaterThan(1)
        }
        const whole = linkAccounts(sightings.map((one) => ({ ...one, isUnlinked: false })))
        for (const part of linkAccounts(sightings))
          expect(whole.some((person) => part.accounts.every((id) => person.accounts.includes(id)))).toBe(true)
      }),
      { seed: 609, numRuns: 200 },
    )
  })
})
