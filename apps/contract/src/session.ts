import { z } from 'zod'
import { Permission, Role } from './roles.ts'

/** POST /v1/setup — first run only: creates the owner and signs in. */
export const SetupRequest = z.object({
  name: z.string().trim().min(1).max(60),
  email: z.email(),
  password: z.string().min(10).max(200),
})
export type SetupRequest = z.infer<typeof SetupRequest>

/** POST /v1/session — sign in. */
export const SignInRequest = z.object({ email: z.email(), password: z.string().min(1).max(200) })
export type SignInRequest = z.infer<typeof SignInRequest>

/** GET /v1/session. `needsSetup` is true until the first owner exists. */
export const SessionInfo = z.object({
  needsSetup: z.boolean(),
  user: z
    .object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      isOwner: z.boolean(),
      /** True after a temporary password: everything but PUT /v1/session/password answers 403 until it is changed. */
      mustChangePassword: z.boolean(),
      stores: z.array(z.object({ id: z.string(), name: z.string(), role: Role, permissions: z.array(Permission) })),
    })
    .nullable(),
})
export type SessionInfo = z.infer<typeof SessionInfo>

/** PUT /v1/session/password — ends every other session of the user. */
export const ChangePassword = z.object({
  currentPassword: z.string().min(1).max(200),
  newPassword: z.string().min(10).max(200),
})
export type ChangePassword = z.infer<typeof ChangePassword>

/** GET /v1/sessions — my open sessions; DELETE /v1/sessions/{id} revokes one. */
export const OpenSession = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
})
export type OpenSession = z.infer<typeof OpenSession>
