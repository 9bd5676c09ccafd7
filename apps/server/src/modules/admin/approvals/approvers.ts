import type { MemberRole, Permission, Role } from '@zhanggui/contract'
import { and, eq, isNull } from 'drizzle-orm'
import type { RecordDb, RecordTx } from '../../../storage/records/record-store.ts'
import { roleAllows } from '../role-permissions.ts'
import { members, users } from '../schema.ts'

type Db = RecordDb | RecordTx

const userActor = (id: string): string => `user:${id}`

/** The role of a person in a shop at this moment; null when they are disabled or not in the shop. */
export async function currentRole(db: Db, store: string, actor: string): Promise<Role | null> {
  if (!actor.startsWith('user:')) return null
  const id = actor.slice('user:'.length)
  const [user] = await db
    .select({ isOwner: users.isOwner })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt)))
  if (!user) return null
  if (user.isOwner) return 'owner'
  const [member] = await db
    .select({ role: members.role })
    .from(members)
    .where(and(eq(members.store, store), eq(members.userId, id)))
  return member ? (member.role as MemberRole) : null
}

/** Everybody who holds a permission in a shop at this moment, the owner of the installation included. */
export async function holdersOf(db: Db, store: string, permission: Permission): Promise<string[]> {
  const owners = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.isOwner, true), isNull(users.disabledAt)))
  const team = await db
    .select({ id: users.id, role: members.role })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(and(eq(members.store, store), isNull(users.disabledAt)))
  const allowed = team.filter(({ role }) => roleAllows(role as MemberRole, permission))
  return [...new Set([...owners, ...allowed].map(({ id }) => userActor(id)))]
}
