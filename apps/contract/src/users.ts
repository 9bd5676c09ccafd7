import { z } from 'zod'
import { Role, Side } from './roles.ts'
import { StoreId } from './stores.ts'

/** A role that is given for one shop; `owner` belongs to the installation and is given by nobody. */
export const MemberRole = Role.exclude(['owner'])
export type MemberRole = z.infer<typeof MemberRole>

/** GET /v1/roles — what each role is called, whose side it stands on and what it may do. */
export const RoleInfo = z.object({
  id: Role,
  nameZh: z.string(),
  nameEn: z.string(),
  side: Side,
  permissions: z.array(z.string()),
})
export type RoleInfo = z.infer<typeof RoleInfo>

/** GET /v1/users — everyone who can sign in (owner only). */
export const UserInfo = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isOwner: z.boolean(),
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: z.string(),
  memberships: z.array(z.object({ store: StoreId, role: MemberRole })),
})
export type UserInfo = z.infer<typeof UserInfo>

/** POST /v1/users */
export const CreateUser = z.object({ name: z.string().trim().min(1).max(60), email: z.email() })
export type CreateUser = z.infer<typeof CreateUser>

/** PUT /v1/users/{id}. `resetPassword` makes a new temporary password and ends the user's sessions. */
export const UpdateUser = z.object({
  name: z.string().trim().min(1).max(60).optional(),
  disabled: z.boolean().optional(),
  resetPassword: z.boolean().optional(),
})
export type UpdateUser = z.infer<typeof UpdateUser>

/** `temporaryPassword` is shown this once, must be changed at the first sign-in, and is null when none was made. */
export const UserWithPassword = z.object({ user: UserInfo, temporaryPassword: z.string().nullable() })
export type UserWithPassword = z.infer<typeof UserWithPassword>

/** GET /v1/stores/{store}/members */
export const Member = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: MemberRole,
  disabled: z.boolean(),
  addedAt: z.string(),
})
export type Member = z.infer<typeof Member>

/** POST /v1/stores/{store}/members — adds a person to the shop; a new e-mail becomes a new user. */
export const AddMember = z.object({
  email: z.email(),
  name: z.string().trim().min(1).max(60).optional().describe('needed for a new user'),
  role: MemberRole,
})
export type AddMember = z.infer<typeof AddMember>

export const AddedMember = z.object({ member: Member, temporaryPassword: z.string().nullable() })
export type AddedMember = z.infer<typeof AddedMember>

/** PUT /v1/stores/{store}/members/{userId} */
export const SetMemberRole = z.object({ role: MemberRole })
export type SetMemberRole = z.infer<typeof SetMemberRole>
