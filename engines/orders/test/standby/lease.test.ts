import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { claimLease, endLease, type Lease, nameFollower, renewLease } from '../../src/index.ts'

const T = 1_000_000
const LEASE_MS = 3000
const ask = (site: string, now: number, acceptLoss = false, knownEpoch = 1) => ({
  site,
  now,
  knownEpoch,
  acceptLoss,
  leaseMs: LEASE_MS,
  place: `${site}:1`,
  secret: 'word',
})

function won(result: ReturnType<typeof claimLease>): Lease {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const led = won(claimLease(undefined, ask('a', T)))
const inStep = won(nameFollower(led, { site: 'a', epoch: 1, follower: 'b' }))

describe('[P7.08] who decides the orders of a shop', () => {
  it.each([
    { what: 'another site while the lease runs', lease: inStep, by: ask('b', T + LEASE_MS - 1), gives: 'held' },
    { what: 'the site in step once it has run out', lease: inStep, by: ask('b', T + LEASE_MS), gives: 2 },
    { what: 'a site that is not in step', lease: inStep, by: ask('c', T + LEASE_MS), gives: 'not_in_step' },
    { what: 'one that was in step once', lease: led, by: ask('b', T + LEASE_MS), gives: 'not_in_step' },
    {
      what: 'one not in step, by an operator who accepts the loss',
      lease: led,
      by: ask('c', T + LEASE_MS, true),
      gives: 2,
    },
    { what: 'an operator while the lease still runs', lease: led, by: ask('c', T, true), gives: 'held' },
    {
      what: 'the leader itself that came back without its disk',
      lease: led,
      by: ask('a', T + 1, false, 0),
      gives: 'not_in_step',
    },
    {
      what: 'the site in step that came back without its disk',
      lease: inStep,
      by: ask('b', T + LEASE_MS, false, 0),
      gives: 'not_in_step',
    },
    { what: 'the leader itself after a restart', lease: led, by: ask('a', T + 1), gives: 2 },
  ])('is taken by $what: $gives', ({ lease, by, gives }) => {
    const claimed = claimLease(lease, by)
    expect(claimed.ok ? claimed.value.epoch : claimed.error).toBe(gives)
  })

  it('a leader of an older epoch can neither go on, name a follower nor hand over', () => {
    const next = won(claimLease(inStep, ask('b', T + LEASE_MS)))
    const old = { site: 'a', epoch: 1 }
    const now = T + LEASE_MS
    for (const refused of [
      renewLease(next, { ...old, now, leaseMs: LEASE_MS }),
      nameFollower(next, { ...old, follower: 'c' }),
      endLease(next, { ...old, now }),
    ])
      expect(refused).toEqual({ ok: false, error: 'lost' })
  })

  it('is handed over at once to the site in step, and to nobody where there is none', () => {
    const ended = won(endLease(inStep, { site: 'a', epoch: 1, now: T + 10 }))
    expect(won(claimLease(ended, ask('b', T + 10)))).toMatchObject({ epoch: 2, leader: 'b', follower: null })
    expect(endLease(led, { site: 'a', epoch: 1, now: T })).toEqual({ ok: false, error: 'not_in_step' })
  })

  it('no two sites may answer at one time, and none takes over that misses an answer, whatever happens in which order', () => {
    const rng = createRng('leases')
    const sites = ['a', 'b', 'c']
    for (let run = 0; run < 300; run++) {
      let lease: Lease | undefined
      let now = T
      const held = new Map<string, { epoch: number; until: number }>()
      // What each site has, and what was answered: an answer leaves when whoever is named in step has it too.
      const has = new Map(sites.map((site) => [site, 0]))
      const knows = new Map<string, number>()
      let answered = 0
      for (let step = 0; step < 60; step++) {
        now += rng.int(1500)
        const site = sites[rng.int(sites.length)] ?? 'a'
        const mine = held.get(site)
        const holder = { site, epoch: mine?.epoch ?? 0 }
        const move = rng.int(5)
        if (move === 0) {
          const claimed = claimLease(lease, ask(site, now, false, knows.get(site) ?? 0))
          if (claimed.ok) {
            lease = claimed.value
            held.set(site, { epoch: lease.epoch, until: lease.until })
            knows.set(site, lease.epoch)
            expect(has.get(site)).toBe(answered)
          }
        } else if (move === 1) {
          const renewed = renewLease(lease, { ...holder, now, leaseMs: LEASE_MS })
          if (renewed.ok) {
            lease = renewed.value
            held.set(site, { ...holder, until: lease.until })
          }
        } else if (move === 2) {
          const follower = sites[rng.int(sites.length)] ?? 'a'
          const named = nameFollower(lease, { ...holder, follower: follower === site ? null : follower })
          if (named.ok) {
            lease = named.value
            has.set(follower, answered)
            knows.set(follower, lease?.epoch ?? 0)
          }
        } else if (mine && mine.until > now) {
          answered++
          has.set(site, answered)
          if (lease?.follower) has.set(lease.follower, answered)
        }
        expect([...held.values()].filter(({ until }) => until > now).length).toBeLessThanOrEqual(1)
      }
    }
  })
})
