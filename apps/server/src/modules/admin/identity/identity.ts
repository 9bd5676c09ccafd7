import type { Context } from '../../../context.ts'
import type { UserCaller } from '../../../http/caller.ts'
import { type Auth, createAuth, IP_HEADER } from './auth.ts'
import { dateSession, SESSION_SECONDS, useSession } from './session-life.ts'

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

type Installation = { context: Context; auth: Auth }

/** The browser keeps the cookie as long as the server keeps the session, whatever the library thinks. */
const withOurAge = (setCookies: string[]): string[] =>
  setCookies.map((line) =>
    /session_token=[^;]/.test(line) ? line.replace(/Max-Age=[1-9]\d*/, `Max-Age=${SESSION_SECONDS}`) : line,
  )

/** The session cookie of a request, to be kept for another while. */
function prolongedCookie(cookie: string | undefined): string[] {
  const sent = (cookie ?? '').split(/; */).find((pair) => /^(__Secure-)?zhanggui\.session_token=/.test(pair))
  if (!sent) return []
  const secure = sent.startsWith('__Secure-') ? '; Secure' : ''
  return [`${sent}; Max-Age=${SESSION_SECONDS}; Path=/; HttpOnly${secure}; SameSite=Strict`]
}

async function recognise({ context, auth }: Installation, origin: RequestOrigin): Promise<Recognised | null> {
  const response = await auth.api.getSession({ headers: toHeaders(origin) })
  if (!response || response.user.disabledAt) return null
  const use = await useSession(context, response.session.id, response.session.updatedAt)
  if (use === 'over') return null
  const { id, name, email, isOwner, mustChangePassword } = response.user
  const user = { kind: 'user', id, name, email, isOwner, mustChangePassword, sessionId: response.session.id } as const
  return { user, setCookies: use === 'prolonged' ? prolongedCookie(origin.cookie) : [] }
}

/** `name=value` of each cookie to be set, as the next request would send it. */
const asCookieHeader = (setCookies: string[]): string => setCookies.map((line) => line.split(';')[0]).join('; ')

async function signIn(
  { context, auth }: Installation,
  origin: RequestOrigin,
  body: { email: string; password: string },
): Promise<Recognised | null> {
  const headers = toHeaders({ ...origin, cookie: undefined })
  const answer = await auth.api.signInEmail({ body, headers, returnHeaders: true }).catch((cause: unknown) => {
    if (isRefusal(cause)) return null
    throw cause
  })
  if (!answer) return null
  const setCookies = withOurAge(answer.headers.getSetCookie())
  const cookie = asCookieHeader(setCookies)
  const made = await auth.api.getSession({ headers: toHeaders({ ...origin, cookie }) })
  if (made) await dateSession(context, made.session.id)
  const recognised = await recognise({ context, auth }, { ...origin, cookie })
  return recognised && { ...recognised, setCookies }
}

/** The library's "no": wrong e-mail or password. Anything else is a fault. */
function isRefusal(cause: unknown): boolean {
  return cause instanceof Error && 'statusCode' in cause && (cause.statusCode === 401 || cause.statusCode === 400)
}

export function openIdentity(context: Context): Identity {
  const auth = createAuth(context)
  const installation = { context, auth }
  return {
    recognise: async (origin) => (origin.cookie ? recognise(installation, origin) : null),
    signIn: (origin, credentials) => signIn(installation, origin, credentials),
    async signOut(origin) {
      const { headers } = await auth.api.signOut({ headers: toHeaders(origin), returnHeaders: true })
      return headers.getSetCookie()
    },
    hashPassword: async (password) => (await auth.$context).password.hash(password),
    checkPassword: async (password, hash) => (await auth.$context).password.verify({ password, hash }),
  }
}
