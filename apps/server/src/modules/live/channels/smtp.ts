import type { Context } from '../../../context.ts'
import type { EmailSettings, Mail } from './outlet.ts'
import { addressOf } from './own-network.ts'
import { SendFailure } from './send-failure.ts'

const TIMEOUT_MS = 8000

const failureOf = (cause: unknown): SendFailure => {
  const code = cause instanceof Error && 'responseCode' in cause ? Number(cause.responseCode) : 0
  // SMTP: 5xx is for good, but for a wrong password, which somebody will correct.
  const isFinal = code >= 550 && code < 560
  return new SendFailure(
    `邮件服务器没有接受（${code || '无响应'}）。请核对主机、端口、账号与密码。`,
    `The mail server did not take it (${code || 'no answer'}). Check host, port, account and password.`,
    { isFinal, cause },
  )
}

/** Hands a mail to the shop's mail server. Errors: throws `SendFailure`. */
export async function mailBySmtp(
  context: Context,
  mail: Mail,
  { settings, password }: { settings: EmailSettings; password: string },
): Promise<void> {
  const { host, port, secure, user } = settings
  // Few shops send mail, and none before something has happened.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: await addressOf(context, host),
    port,
    secure,
    tls: { servername: host },
    ...(user ? { auth: { user, pass: password } } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail(mail)
  } catch (cause) {
    throw failureOf(cause)
  } finally {
    transport.close()
  }
}
