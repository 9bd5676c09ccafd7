import type { KeyScope } from '@zhanggui/contract'
import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { instant } from '../../storage/records/columns.ts'

/** People who can sign in. Field names up to `updatedAt` are the ones better-auth expects. */
export const users = pgTable('admin_users', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
  isOwner: boolean('is_owner').notNull().default(false),
  mustChangePassword: boolean('must_change_password').notNull().default(false),
  disabledAt: instant('disabled_at'),
})

/** Open sessions. The cookie carries the token signed with the installation's secret, so a leaked row opens nothing. */
export const sessions = pgTable(
  'admin_sessions',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('admin_sessions_user').on(table.userId)],
)

/** How a person proves who they are: today a scrypt password, later other providers. */
export const accounts = pgTable(
  'admin_accounts',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (table) => [index('admin_accounts_user').on(table.userId)],
)

export const verifications = pgTable('admin_verifications', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})

export const stores = pgTable('admin_stores', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  currency: text('currency').notNull(),
  timezone: text('timezone').notNull(),
  platform: text('platform').notNull(),
  foundedDay: text('founded_day'),
  demo: boolean('demo').notNull().default(false),
  createdAt: instant('created_at').notNull(),
})

/** Who works on which shop, in which role. */
export const members = pgTable(
  'admin_members',
  {
    store: text('store')
      .notNull()
      .references(() => stores.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: text('role').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.store, table.userId] }), index('admin_members_user').on(table.userId)],
)

/** Keys for event intake. Only the hash of the secret is kept. */
export const eventKeys = pgTable(
  'admin_event_keys',
  {
    id: text('id').primaryKey(),
    store: text('store')
      .notNull()
      .references(() => stores.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    secretHash: text('secret_hash').notNull(),
    scope: text('scope').$type<KeyScope>().notNull(),
    createdAt: instant('created_at').notNull(),
    lastUsedAt: instant('last_used_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [index('admin_event_keys_store').on(table.store)],
)

/**
 * The audit chain of the installation. `before` and `after` are the canonical JSON text that was hashed: a JSONB column
 * would rewrite it (key order, numbers) and the hash could not be checked any more.
 */
export const auditEntries = pgTable(
  'admin_audit',
  {
    sequence: bigint('sequence', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    store: text('store'),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
    before: text('before').notNull(),
    after: text('after').notNull(),
    reason: text('reason').notNull(),
    previousHash: text('previous_hash').notNull().unique(),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('admin_audit_store').on(table.store, table.sequence),
    index('admin_audit_subject').on(table.store, table.subject, table.sequence),
  ],
)

/** Rows of every declared resource. `keyText` is the canonical text of the key fields; a deleted row frees its key. */
export const resources = pgTable(
  'admin_resources',
  {
    id: text('id').primaryKey(),
    store: text('store')
      .notNull()
      .references(() => stores.id, { onDelete: 'cascade' }),
    resource: text('resource').notNull(),
    /** `user:<id>` for a personal resource, else empty. */
    owner: text('owner').notNull().default(''),
    keyText: text('key_text').notNull(),
    state: text('state'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    version: integer('version').notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
    deletedAt: instant('deleted_at'),
  },
  (table) => [
    uniqueIndex('admin_resources_key')
      .on(table.store, table.resource, table.owner, table.keyText)
      .where(sql`${table.deletedAt} IS NULL`),
  ],
)
