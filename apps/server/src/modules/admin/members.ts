import { type AddedMember, type AddMember, type Member, MemberRole, type Role, type Store } from '@zhanggui/contract'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Context } from '../../context.ts'
import { ApiFailure } from '../../http/api-failure.ts'
import type { RecordTx } from '../../storage/records/record-store.ts'
import { auditedTransaction } from './audit.ts'
import type { Identity } from './identity/identity.ts'
import { makeTemporaryPassword } from './identity/temporary-password.ts'
import { roleWithin } from './role-permissions.ts'
import { members, stores, users } from './schema.ts'
import { toStore } from './stores.ts'
import { insertUser, type UserRow } from './user-records.ts'

type MemberRow = typeof members.$inferSelect

/** Who acts: the name for the trail, and the role that limits which roles may be given. */
export type Grantor = { actor: string; role: Role }

const toMember = (member: MemberRow, user: UserRow): Member => ({
  userId: user.id,
  name: user.name,
  email: user.email,
  role: MemberRole.parse(member.role),
  disabled: user.disabledAt !== null,
  addedAt: member.createdAt.toISOString(),
})

/** The people of a shop, by when they were added. The owner of the installation is in every shop and not listed. */
export async function listMembers(context: Context, store: string): Promise<Member[]> {
  const rows = await context.records.db
    .select()
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.store, store))
    .orderBy(asc(members.createdAt), asc(members.userId))
  return rows.map((row) => toMember(row.admin_members, row.admin_users))
}

/** The person's role in the shop; null when they do not belong to it or there is no such shop. */
export async function findRole(context: Context, store: string, userId: string): Promise<MemberRole | null> {
  const [row] = await context.records.db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.store, store), eq(members.userId, userId)))
  return row ? MemberRole.parse(row.role) : null
}

type StoreOfMember = { store: Store; role: MemberRole }

/** The shops a person works on, with the role in each. */
export const listStoresOf = (context: Context, userId: string): Promise<StoreOfMember[]> =>
  readStoresOf(context, eq(members.userId, userId))

/** The shop and the person's role in it, in one statement: every request asks. Null when they do not belong to it or there is none. */
export const findStoreOf = async (context: Context, userId: string, store: string): Promise<StoreOfMember | null> =>
  (await readStoresOf(context, isMember(store, userId)))[0] ?? null

async function readStoresOf(context: Context, where: SQL | undefined): Promise<StoreOfMember[]> {
  const rows = await context.records.db
    .select()
    .from(members)
    .innerJoin(stores, eq(stores.id, members.store))
    .where(where)
    .orderBy(asc(stores.id))
  return rows.map(({ admin_members, admin_stores }) => ({
    store: toStore(admin_stores),
    role: MemberRole.parse(admin_members.role),
  }))
}

/**
 * Adds a person to a shop; an unknown e-mail becomes a new user with a temporary password.
 * Errors: throws `role_too_wide`, `already_member`, and `invalid_request` when a new person has no name.
 */
export async function addMember(
  context: Context,
  identity: Identity,
  store: string,
  input: AddMember,
  grantor: Grantor,
): Promise<AddedMember> {
  refuseWiderRole(input.role, grantor)
  const [known] = await context.records.db.select().from(users).where(eq(users.email, input.email.toLowerCase()))
  const temporaryPassword = known ? null : makeTemporaryPassword()
  const passwordHash = temporaryPassword && (await identity.hashPassword(temporaryPassword))
  return auditedTransaction(context, async (tx, record) => {
    const user = known ?? (await insertNewcomer(tx, { ...input, passwordHash, now: context.clock.now() }))
    const values = { store, userId: user.id, role: input.role, createdAt: context.clock.now() }
    const [added] = await tx.insert(members).values(values).onConflictDoNothing().returning()
    if (!added) throw new ApiFailure('already_member')
    const subject = `members/${user.id}`
    await record({ store, actor: grantor.actor, action: 'create', subject, after: { role: input.role } })
    return { member: toMember(added, user), temporaryPassword }
  })
}

async function insertNewcomer(
  tx: RecordTx,
  input: { email: string; name?: string | undefined; passwordHash: string | null; now: Date },
): Promise<UserRow> {
  const { email, name, passwordHash, now } = input
  if (!name || !passwordHash) throw new ApiFailure('invalid_request', { where: 'name: a new person needs a name' })
  const row = await insertUser(tx, { name, email, passwordHash, isOwner: false, mustChangePassword: true }, now)
  if (!row) throw new ApiFailure('email_taken')
  return row
}

/** Errors: throws `role_too_wide` for the wider of the old and the new role, `not_found`. */
export function setMemberRole(
  context: Context,
  store: string,
  change: { userId: string; role: MemberRole },
  grantor: Grantor,
): Promise<void> {
  const { userId, role } = change
  return auditedTransaction(context, async (tx, record) => {
    const current = await lockMember(tx, store, userId)
    for (const affected of [MemberRole.parse(current.role), role]) refuseWiderRole(affected, grantor)
    await tx.update(members).set({ role }).where(isMember(store, userId))
    const [before, after] = [{ role: current.role }, { role }]
    await record({ store, actor: grantor.actor, action: 'role', subject: `members/${userId}`, before, after })
  })
}

/** Takes a person out of a shop; open sessions lose the shop with their next request. Errors: as `setMemberRole`. */
export function removeMember(context: Context, store: string, userId: string, grantor: Grantor): Promise<void> {
  return auditedTransaction(context, async (tx, record) => {
    const current = await lockMember(tx, store, userId)
    refuseWiderRole(MemberRole.parse(current.role), grantor)
    await tx.delete(members).where(isMember(store, userId))
    const before = { role: current.role }
    await record({ store, actor: grantor.actor, action: 'delete', subject: `members/${userId}`, before })
  })
}

const isMember = (store: string, userId: string) => and(eq(members.store, store), eq(members.userId, userId))

async function lockMember(tx: RecordTx, store: string, userId: string): Promise<MemberRow> {
  const [row] = await tx.select().from(members).where(isMember(store, userId)).for('update')
  if (!row) throw new ApiFailure('not_found', { what: `members/${userId}` })
  return row
}

function refuseWiderRole(role: MemberRole, grantor: Grantor): void {
  if (!roleWithin(role, grantor.role)) throw new ApiFailure('role_too_wide', { role })
}
