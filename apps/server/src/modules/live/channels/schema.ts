import type { ChannelSettings, PaymentReminderNote } from '@zhanggui/contract'
import type { Severity } from '@zhanggui/playbooks'
import { bigserial, boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from '../../../storage/records/columns.ts'

export type SecretName = 'password' | 'robotUrl' | 'signSecret'

export const noticeChannels = pgTable(
  'notice_channels',
  {
    store: text('store').notNull(),
    id: text('id').notNull(),
    name: text('name').notNull(),
    settings: jsonb('settings').$type<ChannelSettings>().notNull(),
    /** The secrets, sealed with a key that is derived from the installation's; null for none. */
    sealed: text('sealed'),
    secrets: jsonb('secrets').$type<SecretName[]>().notNull(),
    enabled: boolean('enabled').notNull(),
    /** Speaks to the simulator; nothing leaves the house. */
    simulated: boolean('simulated').notNull().default(false),
    fromSeverity: text('from_severity').$type<Severity>().notNull(),
    roles: jsonb('roles').$type<string[]>().notNull(),
    lastSentAt: instant('last_sent_at'),
    lastError: text('last_error'),
  },
  (table) => [primaryKey({ columns: [table.store, table.id] })],
)

/** A message as every channel gets it. `url` opens the incident. */
export type NoticeMessage = {
  titleZh: string
  titleEn: string
  severity: Severity
  role: string
  /** E-mails of those who are called in person, in place of everybody in the role. */
  people?: readonly string[]
  lines: { zh: string; en: string; url: string | null }[]
  at: string
  /** Of a message to a buyer: which order it is about, for the gateway that sends it on. */
  reminder?: PaymentReminderNote
}

export const noticeDeliveries = pgTable('notice_deliveries', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: text('store').notNull(),
  channel: text('channel').notNull(),
  message: jsonb('message').$type<NoticeMessage>().notNull(),
  state: text('state').$type<'pending' | 'sent' | 'dead'>().notNull(),
  attempts: integer('attempts').notNull(),
  nextAt: instant('next_at'),
  lastError: text('last_error'),
  createdAt: instant('created_at').notNull(),
  sentAt: instant('sent_at'),
})

/** What a simulated channel was given; one row a message. */
export const simulatedMessages = pgTable('notice_simulated', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  store: text('store').notNull(),
  channel: text('channel').notNull(),
  delivery: text('delivery').notNull(),
  at: instant('at').notNull(),
  recipient: text('recipient').notNull(),
  body: text('body').notNull(),
})

export type ChannelRow = typeof noticeChannels.$inferSelect
export type DeliveryRow = typeof noticeDeliveries.$inferSelect
