import type { CreateUser, SetupRequest, UpdateUser, UserInfo, UserWithPassword } from '@zhanggui/contract'
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import type { UserCaller } from '../../http/caller.ts'
import { auditedTransaction } from './audit.ts'
import type { Identity } from './identity/identity.ts'
import { makeTemporaryPassword } from './identity/temporary-password.ts'
import { sessions, users } from './schema.ts'
import {
  auditedUser,
  endSessions,
  findPasswordHash,
  insertUser,
  lockUser,
  readMemberships,
  setPasswordHash,
  toUserInfo,
} from './user-records.ts'

/** Everyone who can sign in: the owner, then in the order they were added. */
export async function listUsers(context: Context): Promise<UserInfo[]> {
  const { db } = context.records
  const rows = await db.select().from(users).orderBy(desc(users.isOwner), asc(users.createdAt), asc(users.id))
  const memberships = await readMemberships(db)
  return rows.map((row) => toUserInfo(row, memberships.get(row.id)))
}

export async function hasOwner(context: Context): Promise<boolean> {
  return (
    (await context.records.db.select({ id: users.id }).from(users).where(eq(users.isOwner, true)).limit(1)).length > 0
  )
}

/** First run: the person who sets the installation up. Errors: throws `already_set_up`, also when two come at once. */
export async function createOwner(context: Context, identity: Identity, input: SetupRequest): Promise<UserInfo> {
  const { name, email, password } = input
  // The hash is slow on purpose: do not compute it for strangers who knock at a finished installation.
  if (await hasOwner(context)) throw new ApiFailure('already_set_up')
  const passwordHash = await identity.hashPassword(password)
  return auditedTransaction(context, async (tx, record) => {
    const owner = { name, email, passwordHash, isOwner: true, mustChangePassword: false }
    const row = await insertUser(tx, owner, context.clock.now())
    if (!row) throw new ApiFailure('already_set_up')
    const [actor, subject] = [`user:${row.id}`, `users/${row.id}`]
    await record({ store: null, actor, action: 'setup', subject, after: auditedUser(row) })
    return toUserInfo(row)
  })
}

/** Adds a person with a temporary password. Errors: throws `email_taken`. */
export async function createUser(
  context: Context,
  identity: Identity,
  input: CreateUser,
  options: { actor: string },
): Promise<UserWithPassword> {
  const temporaryPassword = makeTemporaryPassword()
  const passwordHash = await identity.hashPassword(temporaryPassword)
  return auditedTransaction(context, async (tx, record) => {
    const user = { ...input, passwordHash, isOwner: false, mustChangePassword: true }
    const row = await insertUser(tx, user, context.clock.now())
    if (!row) throw new ApiFailure('email_taken')
    await record({ store: null, ...options, action: 'create', subject: `users/${row.id}`, after: auditedUser(row) })
    return { user: toUserInfo(row), temporaryPassword }
  })
}

/**
 * Renames, disables, enables a person or resets the password. Disabling and resetting end all sessions at once.
 * Errors: throws `not_found`, and `owner_stays` for disabling the owner.
 */
export async function updateUser(
  context: Context,
  identity: Identity,
  id: string,
  input: UpdateUser,
  options: { actor: string },
): Promise<UserWithPassword> {
  const now = context.clock.now()
  const temporaryPassword = input.resetPassword ? makeTemporaryPassword() : null
  const passwordHash = temporaryPassword && (await identity.hashPassword(temporaryPassword))
  return auditedTransaction(context, async (tx, record) => {
    const current = await lockUser(tx, id)
    if (current.isOwner && input.disabled) throw new ApiFailure('owner_stays')
    const next = {
      ...current,
      name: input.name ?? current.name,
      disabledAt: input.disabled === undefined ? current.disabledAt : input.disabled ? now : null,
      mustChangePassword: passwordHash ? true : current.mustChangePassword,
      updatedAt: now,
    }
    await tx.update(users).set(next).where(eq(users.id, id))
    if (passwordHash) await setPasswordHash(tx, id, passwordHash, now)
    if (passwordHash || next.disabledAt) await endSessions(tx, id)
    const memberships = (await readMemberships(tx)).get(id)
    const action = passwordHash ? 'resetPassword' : 'update'
    const [before, after] = [auditedUser(current), auditedUser(next)]
    await record({ store: null, ...options, action, subject: `users/${id}`, before, after })
    return { user: toUserInfo(next, memberships), temporaryPassword }
  })
}

/** Forgets a person; what they did stays in the trail under their id. Errors: throws `not_found`, `owner_stays`. */
export function deleteUser(context: Context, id: string, options: { actor: string }): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const row = await lockUser(tx, id)
    if (row.isOwner) throw new ApiFailure('owner_stays')
    await tx.delete(users).where(eq(users.id, id))
    await record({ store: null, ...options, action: 'delete', subject: `users/${id}`, before: auditedUser(row) })
  })
}

/** Changes the caller's own password and ends their other sessions. Errors: throws `wrong_password`. */
export async function changePassword(
  context: Context,
  identity: Identity,
  user: UserCaller,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const hash = await findPasswordHash(context.records.db, user.id)
  if (!hash || !(await identity.checkPassword(input.currentPassword, hash))) throw new ApiFailure('wrong_password')
  const newHash = await identity.hashPassword(input.newPassword)
  const now = context.clock.now()
  await auditedTransaction(context, async (tx, record) => {
    const row = await lockUser(tx, user.id)
    await setPasswordHash(tx, user.id, newHash, now)
    await tx.update(users).set({ mustChangePassword: false, updatedAt: now }).where(eq(users.id, user.id))
    await tx.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, user.sessionId)))
    const [before, after] = [auditedUser(row), auditedUser({ ...row, mustChangePassword: false })]
    const [actor, subject] = [`user:${user.id}`, `users/${user.id}`]
    await record({ store: null, actor, action: 'changePassword', subject, before, after })
  })
}
