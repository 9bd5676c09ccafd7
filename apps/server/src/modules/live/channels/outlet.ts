import type { ChannelSettings } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { type Answer, postJson } from './post-json.ts'
import { mailBySmtp } from './smtp.ts'

export type EmailSettings = Extract<ChannelSettings, { kind: 'email' }>
export type Mail = { from: string; to: string[]; subject: string; text: string }

/**
 * Where what is composed for a platform leaves the house. The real one opens connections; the simulated one keeps what would have gone
 * out. Everything before it, words, lengths, signatures, is the same for both. Errors: both throw `SendFailure`.
 */
export type Outlet = {
  post(url: string, sent: { body: string; headers?: Readonly<Record<string, string>> }): Promise<Answer>
  mail(mail: Mail, by: { settings: EmailSettings; password: string }): Promise<void>
}

export const realOutlet = (context: Context): Outlet => ({
  post: (url, sent) => postJson(context, url, sent),
  mail: (mail, by) => mailBySmtp(context, mail, by),
})
