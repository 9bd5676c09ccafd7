import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { Context } from '../../../context.ts'
import { publicAddress } from '../../../public-address.ts'
import { accounts, sessions, users, verifications } from '../schema.ts'

/**
 * The library ends sessions by the machine's clock. Ours end by the installation's (`session-life.ts`), after 14 days without
 * use; this is the longest that a cookie may live, after which everybody signs in anew.
 */
const LONGEST_SECONDS = 400 * 86_400

/** Header in which the server, and nobody else, tells the library where a request comes from. */
export const IP_HEADER = 'x-zhanggui-ip'

/**
 * The identity library over our record store: password hashing (scrypt), signed session cookies, session rows.
 * Its own HTTP routes are not mounted: people reach it through the contract's routes only, and nobody can sign up.
 */
export function createAuth(context: Context) {
  const { settings, records, secrets, log, passwords } = context
  return betterAuth({
    baseURL: publicAddress(settings),
    secret: secrets.derive('session').toString('base64'),
    database: drizzleAdapter(records.db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: accounts, verification: verifications },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      maxPasswordLength: 200,
      ...(passwords && { password: passwords }),
    },
    session: { expiresIn: LONGEST_SECONDS, disableSessionRefresh: true },
    user: {
      additionalFields: {
        isOwner: { type: 'boolean', required: true, input: false },
        mustChangePassword: { type: 'boolean', required: true, input: false },
        disabledAt: { type: 'date', required: false, input: false },
      },
    },
    advanced: {
      cookiePrefix: 'zhanggui',
      useSecureCookies: settings.publicUrl?.startsWith('https:') ?? false,
      defaultCookieAttributes: { sameSite: 'strict', httpOnly: true },
      ipAddress: { ipAddressHeaders: [IP_HEADER] },
    },
    telemetry: { enabled: false },
    // Its messages are written for a developer's console; ours go to the log without the address somebody typed.
    logger: {
      log: (level, message) => {
        if (level === 'error') log.error({ from: 'better-auth' }, message)
      },
    },
  })
}

export type Auth = ReturnType<typeof createAuth>
