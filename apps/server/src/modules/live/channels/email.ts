import type { ChannelSecrets } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { listMembers } from '../../admin/members.ts'
import { plainTextOf } from './message-text.ts'
import type { EmailSettings, Outlet } from './outlet.ts'
import type { NoticeMessage } from './schema.ts'

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

/** One mail to everybody who has to know. Nobody holds the role: nobody is written to. Errors: throws `SendFailure`. */
export async function sendEmail(
  context: Context,
  outlet: Outlet,
  given: { store: string; settings: EmailSettings; message: NoticeMessage; secrets: ChannelSecrets },
): Promise<void> {
  const { store, settings, message, secrets } = given
  const to = await addressees(context, store, settings, message)
  if (to.length === 0) return
  const mail = { from: settings.from, to, subject: `[掌柜] ${message.titleZh}`, text: plainTextOf(message) }
  await outlet.mail(mail, { settings, password: secrets.password ?? '' })
}
