import type { ChannelClass } from '@zhanggui/metrics'
import type { Context } from '../../context.ts'

/** The shop's own channel names and what they are; the names known by default need no entry. */
export async function readChannels(_context: Context, _store: string): Promise<ChannelClass[]> {
  return []
}
