import { err, ok, type Result } from '@zhanggui/kernel'

/**
 * Who decides the orders of a shop, kept where all sites can read and change it as one (a row of the shared records). Every change
 * of the leader raises the epoch, and whatever carries an older one is refused: a leader that was cut off cannot come back as one.
 */
export type Lease = {
  epoch: number
  leader: string
  /** Where the leader's journal can be followed, `host:port`; empty: nobody may follow. */
  place: string
  /** What a follower shows before it is sent anything. */
  secret: string
  /** The site that has everything that was ever answered; the only one that may take over by itself. */
  follower: string | null
  /** UTC ms by the clock of the store; the leader may answer until then. */
  until: number
}

/** Why a lease could not be changed. `not_in_step`: the site may lack orders that were answered. */
export type LeaseRefusal = 'held' | 'lost' | 'not_in_step'

type Changed = Result<Lease, LeaseRefusal>
type Claim = Pick<Lease, 'place' | 'secret'> & {
  site: string
  now: number
  leaseMs: number
  /** The epoch that this site's journal belongs to, as its folder says; 0: an empty folder. */
  knownEpoch: number
  /** An operator has decided to go on with what this site has; what it lacks is lost. */
  acceptLoss?: boolean
}

/**
 * Takes the lead: where nobody has it, where it was this site's own, or where it has run out and this site is in step. A site whose
 * folder belongs to another epoch has lost its disk or missed a change of leader: it counts as one that is not in step.
 * Errors: `held` while another's lease runs; `not_in_step`.
 */
export function claimLease(lease: Lease | undefined, claim: Claim): Changed {
  const { site, now, leaseMs, place, secret, knownEpoch, acceptLoss } = claim
  if (lease) {
    const hasAll = knownEpoch === lease.epoch && (lease.leader === site || lease.follower === site)
    if (lease.leader !== site && lease.until > now) return err('held')
    if (!hasAll && !acceptLoss) return err('not_in_step')
  }
  return ok({ epoch: (lease?.epoch ?? 0) + 1, leader: site, place, secret, follower: null, until: now + leaseMs })
}

const isMine = (lease: Lease | undefined, { site, epoch }: Holder): lease is Lease =>
  lease !== undefined && lease.leader === site && lease.epoch === epoch

export type Holder = { site: string; epoch: number }

/** The leader goes on; also after it has run out, as long as nobody else has taken it. Errors: `lost`. */
export const renewLease = (
  lease: Lease | undefined,
  { now, leaseMs, ...holder }: Holder & { now: number; leaseMs: number },
): Changed => (isMine(lease, holder) ? ok({ ...lease, until: now + leaseMs }) : err('lost'))

/**
 * The leader says who is in step. Before `null` is written no answer may leave without the follower's word: written here, a site
 * that missed something can no longer take over. Errors: `lost`.
 */
export const nameFollower = (
  lease: Lease | undefined,
  { follower, ...holder }: Holder & { follower: string | null },
): Changed => (isMine(lease, holder) ? ok({ ...lease, follower }) : err('lost'))

/**
 * The leader, which answers nothing any more, hands over to the site in step: its lease ends at once, so that nobody waits for it
 * to run out. Errors: `lost`; `not_in_step` where there is none.
 */
export function endLease(lease: Lease | undefined, { now, ...holder }: Holder & { now: number }): Changed {
  if (!isMine(lease, holder)) return err('lost')
  return lease.follower === null ? err('not_in_step') : ok({ ...lease, until: now })
}
