import type { Context } from '../../../context.ts'
import type { UserCaller } from '../../../http/caller.ts'
import { type Auth, createAuth, IP_HEADER } from './auth.ts'

/** What of a request says who it is from. */
export type RequestOrigin = { cookie: string | undefined; userAgent: string | undefined; ip: string }

/** Who was recognised, and cookies to set with the answer (a session that is used is prolonged). */
export type Recognised = { user: UserCaller; setCookies: string[] }

/** People and their sessions. Everything that needs to know who somebody is asks this. */
export type Identity = {
  /** Null without a valid session, or when the person has been disabled. */
  recognise(origin: RequestOrigin): Promise<Recognised | null>
  /** Null when e-mail and password do not fit; takes as long for an unknown e-mail as for a known one. */
  signIn(origin: RequestOrigin, credentials: { email: string; password: string }): Promise<Recognised | null>
  /** Ends the session; cookies to clear. Signing out twice is no error. */
  signOut(origin: RequestOrigin): Promise<string[]>
  hashPassword(password: string): Promise<string>
  checkPassword(password: string, hash: string): Promise<boolean>
}

function toHeaders(origin: RequestOrigin): Headers {
  const headers = new Headers({ [IP_HEADER]: origin.ip })
  if (origin.cookie) headers.set('cookie', origin.cookie)
  if (origin.userAgent) headers.set('user-agent', origin.userAgent.slice(0, 300))
  return headers
}

async function recognise(auth: Auth, headers: Headers): Promise<Recognised | null> {
  const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true })
  if (!response || response.user.disabledAt) return null
  const { id, name, email, isOwner, mustChangePassword } = response.user
  const user = { kind: 'user', id, name, email, isOwner, mustChangePassword, sessionId: response.session.id } as const
  return { user, setCookies: answer.getSetCookie() }
}

/** `name=value` of each cookie to be set, as the next request would send it. */
const asCookieHeader = (setCookies: string[]): string => setCookies.map((line) => line.split(';')[0]).join('; ')

async function signIn(
  auth: Auth,
  origin: RequestOrigin,
  body: { email: string; password: string },
): Promise<Recognised | null> {
  const headers = toHeaders({ ...origin, cookie: undefined })
  const answer = await auth.api.signInEmail({ body, headers, returnHeaders: true }).catch((cause: unknown) => {
    if (isRefusal(cause)) return null
    throw cause
  })
  if (!answer) return null
  const setCookies = answer.headers.getSetCookie()
  const recognised = await recognise(auth, toHeaders({ ...origin, cookie: asCookieHeader(setCookies) }))
  return recognised && { ...recognised, setCookies }
}

/** The library's "no": wrong e-mail or password. Anything else is a fault. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && 'statusCode' in cause && (cause.statusCode === 401 || cause.statusCode === 400)
}

export function openIdentity(context: Context): Identity {
  const auth = createAuth(context)
  return {
    recognise: async (origin) => (origin.cookie ? recognise(auth, toHeaders(origin)) : null),
    signIn: (origin, credentials) => signIn(auth, origin, credentials),
    async signOut(origin) {
      const { headers } = await auth.api.signOut({ headers: toHeaders(origin), returnHeaders: true })
      return headers.getSetCookie()
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    checkPassword: async (password, hash) => (await auth.$context).password.verify({ password, hash }),
  }
}
