import type { DutyLevel } from '@zhanggui/clocks'
import { and, eq } from 'drizzle-orm'
import type { Context } from '../../../../context.ts'
import type { RecordTx } from '../../../../storage/records/record-store.ts'
import { type NoticeMessage, noticeChannels, noticeDeliveries } from '../../channels/schema.ts'

export type Called = {
  store: { id: string; name: string }
  clock: string
  level: DutyLevel | 'lastResort'
  people: readonly string[]
  title: string
  at: Date
}

const LEVELS: Record<Called['level'], { zh: string; en: string }> = {
  first: { zh: '一线', en: 'first' },
  second: { zh: '二线', en: 'second' },
  lead: { zh: '负责人', en: 'lead' },
  lastResort: { zh: '兜底', en: 'last resort' },
}

const urlOf = ({ settings }: Context, { store, clock }: Called): string | null =>
  settings.publicUrl
    ? `${settings.publicUrl.replace(/\/$/, '')}/stores/${store.id}/live/clocks?view=duty&clock=${clock}`
    : null

function messageOf(context: Context, called: Called): NoticeMessage {
  const { store, level, people, title, at } = called
  const { zh, en } = LEVELS[level]
  const who = people.join('、')
  return {
    titleZh: `${store.name} 值班呼叫（${zh}）：${title}`,
    titleEn: `${store.name}: page to the duty (${en}): ${title}`,
    severity: 'critical',
    role: 'operations',
    people: people.filter((person) => person.includes('@')),
    lines: [{ zh: `${who} 请接单`, en: `${who}: please take it`, url: urlOf(context, called) }],
    at: at.toISOString(),
  }
}

/**
 * Puts a call on its way by every channel that is on, inside the transaction that notes it: mail to those who are called, a
 * robot's group by name. No quiet time holds it back. A channel that fails is tried again like any message.
 */
export async function tellCalled(context: Context, tx: RecordTx, called: Called): Promise<void> {
  const on = and(eq(noticeChannels.store, called.store.id), eq(noticeChannels.enabled, true))
  const channels = await tx.select({ id: noticeChannels.id }).from(noticeChannels).where(on)
  if (channels.length === 0) return
  const message = messageOf(context, called)
  const waiting = { store: called.store.id, message, state: 'pending' as const, attempts: 0 }
  const at = { nextAt: called.at, createdAt: called.at }
  await tx.insert(noticeDeliveries).values(channels.map(({ id }) => ({ ...waiting, ...at, channel: id })))
}
