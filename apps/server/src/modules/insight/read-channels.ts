import type { ShopChannel } from '@zhanggui/metrics'
import { and, eq, isNull } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { resources } from '../admin/schema.ts'
import { CHANNELS } from '../traffic/channels.ts'

/** What the kinds of a shop's channel list mean for traffic; a free channel keeps the class that its name is known for. */
const KINDS: Readonly<Record<string, Pick<ShopChannel, 'class' | 'paid'>>> = {
  free: { class: null, paid: false },
  paid: { class: 'ads', paid: true },
  private: { class: 'private', paid: false },
  creator: { class: 'content', paid: false },
  outside: { class: 'offsite', paid: false },
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const toChannel = (data: Record<string, unknown>): ShopChannel => ({
  name: textOf(data.name),
  aliases: textOf(data.aliases)
    .split(/[\n,，、;；]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== ''),
  ...(KINDS[textOf(data.kind)] ?? { class: null, paid: null }),
})

/** The shop's own channel list, retired channels included: their history stays what it was. */
export async function readChannels(context: Context, store: string): Promise<ShopChannel[]> {
  const rows = await context.records.db
    .select({ data: resources.data })
    .from(resources)
    .where(and(eq(resources.store, store), eq(resources.resource, CHANNELS.id), isNull(resources.deletedAt)))
    .orderBy(resources.keyText)
  return rows.map(({ data }) => toChannel(data))
}
