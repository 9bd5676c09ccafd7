import { createHash } from 'node:crypto'
import type { AdmissionOptions, Command } from '@zhanggui/orders'
import { idText } from './shards.ts'

/** Limits of time, as in the core's options of the same names. */
export type ClusterTimes = Pick<
  AdmissionOptions,
  'replyRetentionMs' | 'clockSkewMs' | 'orderRetentionMs' | 'holdMs' | 'holdMsMax'
>

/**
 * An attempt over several shards that nobody brings to its end gives its units back after so long. Long enough for a server that
 * stops for a collection of garbage, short enough that a shopper who tries again may have them.
 */
export const TRIAL_MS = 5000

/** How long it is known where an order has its home: longer than any hold, balance window and retention of one. */
export const HOME_RETENTION_MS = 180 * 86_400_000

/** What makes two requests the same; how one travelled does not. */
function contentOf(command: Command): string {
  const { id: _id, issuedAt: _issuedAt, ...body } = command
  const asked = body.kind === 'reserve' || body.kind === 'enterGate' ? { ...body, signals: undefined } : body
  return createHash('sha1').update(JSON.stringify(asked)).digest('base64')
}

/** What every command tells a shard: who it is and how old. */
export const headOf = (command: Command, times: ClusterTimes) => ({
  id: idText(command.id),
  content: contentOf(command),
  issuedAt: command.issuedAt,
  retentionMs: times.replyRetentionMs,
  skewMs: times.clockSkewMs,
})
