import type { ChannelSecrets, ChannelSettings } from '@zhanggui/contract'
import { createTransport } from 'nodemailer'
import type { Context } from '../../../context.ts'
import { listMembers } from '../../admin/members.ts'
import { plainTextOf } from './message-text.ts'
import { addressOf } from './own-network.ts'
import type { NoticeMessage } from './schema.ts'
import { SendFailure } from './send-failure.ts'

type EmailSettings = Extract<ChannelSettings, { kind: 'email' }>

const TIMEOUT_MS = 8000

/** The people who are written to: those called in person, else those named, else those of the shop who hold the role. */
async function addressees(
  context: Context,
  store: string,
  { to }: EmailSettings,
  { role, people }: NoticeMessage,
): Promise<string[]> {
  if (people) return [...people]
  if (to.length > 0) return to
  const members = await listMembers(context, store)
  return members.filter((member) => member.role === role && !member.disabled).map(({ email }) => email)
}

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

/** One mail to everybody who has to know. Nobody holds the role: nobody is written to. Errors: throws `SendFailure`. */
export async function sendEmail(
  context: Context,
  given: { store: string; settings: EmailSettings; message: NoticeMessage; secrets: ChannelSecrets },
): Promise<void> {
  const { store, settings, message, secrets } = given
  const to = await addressees(context, store, settings, message)
  if (to.length === 0) return
  const { host, port, secure, user, from } = settings
  const transport = createTransport({
    host: await addressOf(context, host),
    port,
    secure,
    tls: { servername: host },
    ...(user ? { auth: { user, pass: secrets.password ?? '' } } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  try {
    await transport.sendMail({ from, to, subject: `[掌柜] ${message.titleZh}`, text: plainTextOf(message) })
  } catch (cause) {
    throw failureOf(cause)
  } finally {
    transport.close()
  }
}
