import { randomUUID } from 'node:crypto'
import { MemberRole, type UserInfo } from '@zhanggui/contract'
import { asc, eq } from 'drizzle-orm'
import { ApiFailure } from '../../http/api-failure.ts'
import type { RecordDb, RecordTx } from '../../storage/records/record-store.ts'
import { accounts, members, sessions, users } from './schema.ts'

export type UserRow = typeof users.$inferSelect

/** How better-auth names "e-mail and password" among the ways to sign in. */
const PASSWORD_PROVIDER = 'credential'

export type NewUser = {
  name: string
  email: string
  passwordHash: string
  isOwner: boolean
  mustChangePassword: boolean
}

/** Adds a person with a password. Shape: null when the e-mail is taken (or, for an owner, when there is one). */
export async function insertUser(tx: RecordTx, user: NewUser, now: Date): Promise<UserRow | null> {
  const { passwordHash, ...person } = user
  const dates = { createdAt: now, updatedAt: now }
  const row = { ...person, ...dates, id: randomUUID(), email: person.email.toLowerCase(), emailVerified: true }
  const [added] = await tx.insert(users).values(row).onConflictDoNothing().returning()
  if (!added) return null
  const account = { id: randomUUID(), accountId: added.id, providerId: PASSWORD_PROVIDER, userId: added.id }
  await tx.insert(accounts).values({ ...account, ...dates, password: passwordHash })
  return added
}

/** Errors: throws `not_found`. The row stays locked until the transaction ends. */
export async function lockUser(tx: RecordTx, id: string): Promise<UserRow> {
  const [row] = await tx.select().from(users).where(eq(users.id, id)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `users/${id}` })
  return row
}

export async function setPasswordHash(tx: RecordTx, userId: string, passwordHash: string, now: Date): Promise<void> {
  await tx.update(accounts).set({ password: passwordHash, updatedAt: now }).where(eq(accounts.userId, userId))
}

export async function findPasswordHash(db: RecordDb, userId: string): Promise<string | null> {
  const [account] = await db.select({ hash: accounts.password }).from(accounts).where(eq(accounts.userId, userId))
  return account?.hash ?? null
}

/** Ends every session of a person. */
export async function endSessions(tx: RecordTx, userId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, userId))
}

/** The shops each person works on, by user id. */
export async function readMemberships(db: RecordDb | RecordTx): Promise<Map<string, UserInfo['memberships']>> {
  const byUser = new Map<string, UserInfo['memberships']>()
  for (const row of await db.select().from(members).orderBy(asc(members.store))) {
    const list = byUser.get(row.userId) ?? []
    list.push({ store: row.store, role: MemberRole.parse(row.role) })
    byUser.set(row.userId, list)
  }
  return byUser
}

export const toUserInfo = (row: UserRow, memberships: UserInfo['memberships'] = []): UserInfo => ({
  id: row.id,
  name: row.name,
  email: row.email,
  isOwner: row.isOwner,
  disabled: row.disabledAt !== null,
  mustChangePassword: row.mustChangePassword,
  createdAt: row.createdAt.toISOString(),
  memberships,
})

/** What the audit trail keeps of a person: no name or address, so that a person can be forgotten. */
export const auditedUser = (row: UserRow) => ({
  isOwner: row.isOwner,
  disabled: row.disabledAt !== null,
  mustChangePassword: row.mustChangePassword,
})
